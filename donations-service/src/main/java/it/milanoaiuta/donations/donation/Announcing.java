package it.milanoaiuta.donations.donation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.donations.catalogue.Item;
import it.milanoaiuta.donations.catalogue.Items;
import it.milanoaiuta.donations.need.NeedLines;
import it.milanoaiuta.platform.events.Event;

/** What food-hub is to be told of a donation after a change of its plan; it hears of none before hub and window are known. */
@ApplicationScoped
public class Announcing {

    @Inject
    Items items;

    @Inject
    NeedLines needLines;

    /** It is scheduled, or is so differently. */
    List<Event> plan(Donation donation) {
        if (!donation.isScheduled()) {
            return List.of();
        }
        boolean again = donation.announce();
        DonationFacts facts = facts(donation);
        return List.of(again ? new DonationRescheduled(facts) : new DonationScheduled(facts));
    }

    /** It will not come. */
    List<Event> end(Donation donation, Event event) {
        return donation.isAnnounced() ? List.of(event) : List.of();
    }

    private DonationFacts facts(Donation donation) {
        Map<UUID, Item> known = items.known(donation.lines().stream().map(line -> line.itemId()).collect(Collectors.toSet()));
        Map<UUID, UUID> needs = needLines.needsOf(
                donation.lines().stream().map(line -> line.needLineId()).filter(Objects::nonNull).collect(Collectors.toSet()));
        return DonationFacts.of(donation, known, needs);
    }
}
