package it.milanoaiuta.foodhub.arrival;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.delivery.Hearing;
import it.milanoaiuta.foodhub.item.Item;
import it.milanoaiuta.foodhub.item.Items;
import it.milanoaiuta.foodhub.item.StorageClass;
import it.milanoaiuta.foodhub.item.Unit;
import it.milanoaiuta.foodhub.stock.FundingSource;

/**
 * A scheduled donation is an arrival at its hub. What was confirmed of it stays, whatever is planned afterwards; one that is
 * sent elsewhere, cancelled or lapsed stays too, because its goods may come all the same.
 */
@ApplicationScoped
public class DonationArrivals implements Hearing {

    @Inject
    Arrivals arrivals;

    @Inject
    Items items;

    @Inject
    Clock clock;

    record Scheduled(UUID donationId, String code, UUID hubId, Instant windowStart, Instant windowEnd,
            Arrival.Handover handover, FundingSource fundingSource, List<Line> lines) {}

    record Line(UUID donationLineId, UUID itemId, BigDecimal quantity, Unit unit, StorageClass storageClass,
            BigDecimal kgPerUnit, UUID needId, UUID needLineId) {}

    record Known(UUID donationId) {}

    @Override
    public String topic() {
        return "donations.donations";
    }

    @Override
    public void register(Handlers on) {
        on.event("DonationScheduled.v1", Scheduled.class, (event, heard) -> expect(event))
                .event("DonationRescheduled.v1", Scheduled.class, (event, heard) -> expect(event))
                .event("DonationCancelled.v1", Known.class, (event, heard) -> withdraw(event, Arrival.State.CANCELLED))
                .event("DonationLapsed.v1", Known.class, (event, heard) -> withdraw(event, Arrival.State.LAPSED));
    }

    private void expect(Scheduled event) {
        List<Arrival> known = arrivals.ofDonation(event.donationId);
        known.stream().filter(arrival -> !arrival.hubId.equals(event.hubId) && arrival.withdrawn == null)
                .forEach(arrival -> arrival.withdraw(Arrival.State.MOVED));
        Arrival arrival = known.stream().filter(a -> a.hubId.equals(event.hubId)).findFirst()
                .orElseGet(() -> newArrival(event));
        arrival.code = event.code;
        arrival.handover = event.handover;
        arrival.expectIn(event.windowStart, event.windowEnd);
        arrival.expectAgain();
        event.lines.forEach(line -> expect(arrival, line));
        arrival.lines.stream()
                .filter(line -> event.lines.stream().noneMatch(told -> told.donationLineId.equals(line.donationLineId)))
                .forEach(line -> line.expect(BigDecimal.ZERO));
        arrivals.persist(arrival);
    }

    private Arrival newArrival(Scheduled event) {
        Arrival arrival = new Arrival(event.hubId, Arrival.Kind.DONATION, event.fundingSource, event.windowStart,
                event.windowEnd, clock.instant());
        arrival.donationId = event.donationId;
        return arrival;
    }

    private void expect(Arrival arrival, Line told) {
        Item item = items.known(told.itemId, told.unit, told.storageClass, told.kgPerUnit);
        ArrivalLine line = arrival.lines.stream().filter(l -> told.donationLineId.equals(l.donationLineId)).findFirst()
                .orElseGet(() -> arrival.newLine(told.itemId));
        line.donationLineId = told.donationLineId;
        line.needId = told.needId;
        line.needLineId = told.needLineId;
        line.expect(item.inBaseUnit(told.quantity, told.unit).orElseThrow(() -> new IllegalArgumentException(
                "%s %s of item %s".formatted(told.quantity, told.unit, told.itemId))));
    }

    private void withdraw(Known event, Arrival.State reason) {
        arrivals.ofDonation(event.donationId).stream().filter(arrival -> !Objects.equals(arrival.withdrawn, reason))
                .forEach(arrival -> arrival.withdraw(reason));
    }
}
