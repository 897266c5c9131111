package it.milanoaiuta.donations.donation;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.donations.catalogue.Item;
import it.milanoaiuta.donations.catalogue.Items;
import it.milanoaiuta.donations.need.NeedLines;
import it.milanoaiuta.donations.need.NeedLines.Asked;
import it.milanoaiuta.donations.need.Share;
import it.milanoaiuta.donations.owner.Owner;
import it.milanoaiuta.donations.owner.OwnerKind;
import it.milanoaiuta.donations.owner.Owners;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.NotFound;

/** Makes a donation of what somebody offers: all its lines, or a refusal that names the line and changes nothing. */
@ApplicationScoped
public class Pledging {

    @Inject
    Donations donations;

    @Inject
    NeedLines needLines;

    @Inject
    Items items;

    @Inject
    Owners owners;

    @Inject
    Scheduling scheduling;

    @Inject
    DonationRules rules;

    @Inject
    Clock clock;

    Donation pledge(NewDonation offered, UUID person) {
        offered.mustBeWhole();
        giver(offered).ifPresent(owners::mustBeInGoodStanding);
        Map<UUID, Item> known = items.offered(offered.lines().stream().map(NewDonation.Line::itemId).toList());
        Map<UUID, Asked> asked = asked(offered);
        Donation donation = Donation.pledged(offered, person, donations.freeCode(), clock.instant(), rules);
        donation.consistOf(IntStream.range(0, offered.lines().size())
                .mapToObj(position -> line(donation, (short) position, offered.lines().get(position), known, asked)).toList());
        UUID hub = Optional.ofNullable(offered.hubId()).orElseGet(() -> Scheduling.impliedHub(donation, asked.values()));
        scheduling.schedule(donation, hub, offered.windowStart(), offered.windowEnd(), asked.values());
        donation.judge(false);
        promise(donation.lines());
        return donation;
    }

    /**
     * The guard of what is given in the name of an organisation or a hub.
     *
     * @throws NotFound in its field when this person does not act for it
     */
    void mustGiveFor(NewDonation offered, UUID person) {
        if (offered.donorOrganisationId() != null && offered.onBehalfOfHubId() != null) {
            throw new InvalidField("onBehalfOfHubId", "one-giver-only");
        }
        String field = offered.donorOrganisationId() != null ? "donorOrganisationId" : "onBehalfOfHubId";
        giver(offered).ifPresent(giver -> NotFound.inField(field, () -> owners.mustFinishFor(giver, person)));
    }

    private static Optional<Owner> giver(NewDonation offered) {
        return offered.donorOrganisationId() != null
                ? Optional.of(Owner.organisation(offered.donorOrganisationId()))
                : Optional.ofNullable(offered.onBehalfOfHubId()).map(Owner::hub);
    }

    private Map<UUID, Asked> asked(NewDonation offered) {
        List<UUID> ids = offered.lines().stream().map(NewDonation.Line::needLineId).filter(Objects::nonNull).toList();
        Map<UUID, Asked> asked = needLines.asked(ids);
        for (int i = 0; i < offered.lines().size(); i++) {
            UUID needLine = offered.lines().get(i).needLineId();
            if (needLine != null) {
                mustBeOpen(asked.get(needLine), "lines[" + i + "].needLineId");
            }
            mustNotBeForItself(offered, needLine == null ? null : asked.get(needLine), "lines[" + i + "].needLineId");
        }
        return asked;
    }

    /** Who never saw the need is told nothing of it; who saw it while it was open is told that it no longer is. */
    private static void mustBeOpen(Asked asked, String field) {
        if (asked == null || !asked.wasOpen()) {
            throw new NotFound(field);
        }
        if (!asked.isOpen()) {
            throw new NeedNotOpen(field);
        }
    }

    /** What a hub has is there for its own need and its general stock already. */
    private static void mustNotBeForItself(NewDonation offered, Asked asked, String field) {
        if (offered.onBehalfOfHubId() != null && !offered.offersService()
                && (asked == null || asked.owner().kind() == OwnerKind.HUB)) {
            throw new InvalidField(field, "own-stock-needs-need");
        }
    }

    private static DonationLine line(Donation donation, short position, NewDonation.Line offered, Map<UUID, Item> items,
            Map<UUID, Asked> asked) {
        String field = "lines[" + position + "]";
        Asked wanted = offered.needLineId() == null ? null : asked.get(offered.needLineId());
        if (wanted != null && !Objects.equals(offered.itemId(), wanted.itemId())) {
            throw new InvalidField(field + ".itemId", "not-what-is-asked");
        }
        if (wanted != null && offered.service() != wanted.service()) {
            throw new InvalidField(field + ".service", "not-what-is-asked");
        }
        return DonationLine.promised(donation, position, offered, items.get(offered.itemId()));
    }

    /** In the order of the need lines' ids as PostgreSQL sorts them, so that two donors never wait in a circle. */
    private void promise(List<DonationLine> lines) {
        lines.stream().filter(line -> line.needLineId() != null)
                .sorted(Comparator.comparing(line -> line.needLineId().toString()))
                .forEach(line -> {
                    if (!needLines.promise(line.needLineId(), line.quantity())) {
                        throw refusal(line, needLines.asked(List.of(line.needLineId())).get(line.needLineId()));
                    }
                    line.hold(Share.ofPromised(line.quantity()), line.quantity());
                });
    }

    private static RuntimeException refusal(DonationLine line, Asked now) {
        String field = "lines[" + line.position() + "]";
        return now.isOpen()
                ? new OfferedMoreThanLacks(field + ".quantity", now.lacking(), now.unit())
                : new NeedNotOpen(field + ".needLineId");
    }
}
