package it.milanoaiuta.foodhub.inbound.arrival;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.platform.events.Hearing;

/**
 * A scheduled donation is an arrival at its hub, unless the hub gives it of its own stock. What was confirmed of it stays,
 * whatever is planned afterwards; one that is sent elsewhere, cancelled or lapsed stays too, because its goods may come all the
 * same.
 */
@ApplicationScoped
public class DonationsHeard implements Hearing {

    @Inject
    Arrivals arrivals;

    @Inject
    OwnStockGifts ownStock;

    @Inject
    Items items;

    @Inject
    Clock clock;

    record Known(UUID donationId) {}

    @Override
    public String topic() {
        return "donations.donations";
    }

    @Override
    public void register(Handlers on) {
        on.event("DonationScheduled.v1", ScheduledDonation.class, (event, heard) -> expect(event))
                .event("DonationRescheduled.v1", ScheduledDonation.class, (event, heard) -> expect(event))
                .event("DonationCancelled.v1", Known.class, (event, heard) -> withdraw(event, Arrival.State.CANCELLED))
                .event("DonationLapsed.v1", Known.class, (event, heard) -> withdraw(event, Arrival.State.LAPSED));
    }

    private void expect(ScheduledDonation donation) {
        if (donation.isOwnStock()) {
            ownStock.give(donation);
            return;
        }
        List<Arrival> known = arrivals.ofDonation(donation.donationId());
        known.stream().filter(arrival -> !arrival.hubId().equals(donation.hubId()) && arrival.withdrawn() == null)
                .forEach(arrival -> arrival.withdraw(Arrival.State.MOVED));
        Arrival arrival = known.stream().filter(a -> a.hubId().equals(donation.hubId())).findFirst()
                .orElseGet(() -> Arrival.ofDonation(donation, clock.instant()));
        arrival.plan(donation);
        donation.lines().forEach(line -> line.in(arrival, items));
        known.stream().flatMap(other -> other.lines().stream()).filter(line -> line.donationLineId() != null)
                .forEach(line -> plan(line, donation));
        arrivals.persist(arrival);
        new RestOfDonation(Stream.concat(known.stream(), Stream.of(arrival)).distinct().toList()).expect();
    }

    private void plan(ArrivalLine line, ScheduledDonation donation) {
        donation.line(line.donationLineId()).ifPresentOrElse(told -> told.plan(line, items.findById(line.itemId())),
                () -> line.isPromisedNoMore());
    }

    private void withdraw(Known event, Arrival.State reason) {
        if (!ownStock.withdraw(event.donationId, reason)) {
            arrivals.ofDonation(event.donationId).stream().filter(arrival -> !Objects.equals(arrival.withdrawn(), reason))
                    .forEach(arrival -> arrival.withdraw(reason));
        }
    }
}
