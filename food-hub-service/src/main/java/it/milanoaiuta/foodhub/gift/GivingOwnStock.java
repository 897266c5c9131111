package it.milanoaiuta.foodhub.gift;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.copies.need.Need;
import it.milanoaiuta.foodhub.copies.need.Needs;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;
import it.milanoaiuta.foodhub.inbound.arrival.OwnStockGifts;
import it.milanoaiuta.foodhub.inbound.arrival.ScheduledDonation;
import it.milanoaiuta.foodhub.inbound.receipt.DonationReceived;
import it.milanoaiuta.foodhub.inbound.receipt.NeedDeliveries;
import it.milanoaiuta.foodhub.inbound.receipt.ReceiptUndone;
import it.milanoaiuta.foodhub.stock.GoodsFreed;
import it.milanoaiuta.foodhub.stock.Picked;
import it.milanoaiuta.foodhub.stock.Reservation;
import it.milanoaiuta.foodhub.stock.Reservations;
import it.milanoaiuta.foodhub.stock.Shelf;
import it.milanoaiuta.foodhub.stock.Stock;
import it.milanoaiuta.foodhub.stock.Wanted;
import it.milanoaiuta.platform.events.Outbox;

/**
 * A hub serves need lines from what it has, by a donation whose donor is the hub (domain, Reserved goods): nothing arrives, so
 * nothing is booked in. Goods are set aside first to expire first and their delivery is planned; what there is not is missing,
 * once and for all. Accepted is always what is set aside or has left for the line.
 * <p>
 * Locks: the needs, the gift, the balances.
 */
@ApplicationScoped
class GivingOwnStock implements OwnStockGifts {

    @Inject
    Gifts gifts;

    @Inject
    Needs needs;

    @Inject
    NeedDeliveries deliveries;

    @Inject
    Items items;

    @Inject
    Stock stock;

    @Inject
    Reservations reservations;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Override
    public void give(ScheduledDonation donation) {
        Map<UUID, Need> wanting = needs.locked(Stream.concat(gifts.needsOf(donation.donationId()).stream(),
                donation.lines().stream().map(ScheduledDonation.Line::needId).filter(Objects::nonNull)).toList());
        Gift gift = gifts.of(donation.donationId()).orElseGet(() -> newGift(donation));
        gift.expectIn(donation.windowStart(), donation.windowEnd());
        List<ScheduledDonation.Line> added = donation.lines().stream().filter(line -> gift.by(line.donationLineId()).isEmpty())
                .toList();
        if (!added.isEmpty()) {
            add(gift, added, wanting);
            outbox.append(DonationReceived.ofOwnStock(gift, clock.instant()));
        }
        Set<UUID> stillForNeeds = donation.lines().stream().filter(line -> line.needLineId() != null)
                .map(ScheduledDonation.Line::donationLineId).collect(Collectors.toSet());
        takeBack(gift.lines().stream().map(line -> line.donationLineId()).filter(line -> !stillForNeeds.contains(line))
                .toList());
    }

    private Gift newGift(ScheduledDonation donation) {
        Gift gift = Gift.promised(donation, clock.instant());
        gifts.persist(gift);
        return gift;
    }

    private void add(Gift gift, List<ScheduledDonation.Line> added, Map<UUID, Need> wanting) {
        List<ArrivalLine> given = added.stream().map(line -> line.in(gift, items)).toList();
        List<ArrivalLine> wanted = given.stream()
                .filter(line -> line.needId() != null && wanting.get(line.needId()).wantsDelivery()).toList();
        Map<UUID, List<NeedDeliveries.Line>> byNeed = new TreeMap<>();
        if (!wanted.isEmpty()) {
            Shelf shelf = stock.shelf(gift.hubId(), wanted.stream().map(line -> line.itemId()).distinct().toList(),
                    dayFor(gift, wanted));
            wanted.forEach(line -> byNeed.computeIfAbsent(line.needId(), need -> new ArrayList<>()).addAll(take(line, shelf)));
        }
        gift.give(given);
        gifts.flush();
        byNeed.values().removeIf(List::isEmpty);
        byNeed.forEach((need, goods) -> deliveries.plan(gift.hubId(), need, goods));
    }

    /** One shelf is opened for all of it: what is good on the last day is good on each. */
    private LocalDate dayFor(Gift gift, List<ArrivalLine> wanted) {
        return wanted.stream().map(line -> line.needId()).distinct().map(need -> deliveries.dayOf(gift.hubId(), need))
                .max(Comparator.naturalOrder()).orElseThrow();
    }

    private static List<NeedDeliveries.Line> take(ArrivalLine line, Shelf shelf) {
        Picked picked = shelf.take(List.of(new Wanted(line.itemId(), line.expected())));
        picked.lines().forEach(goods -> line.give(goods.quantity()));
        return picked.lines().stream().map(goods -> new NeedDeliveries.Line(line.needLineId(), line.donationLineId(),
                goods.lotId(), goods.quantity())).toList();
    }

    @Override
    public boolean withdraw(UUID donationId, Arrival.State reason) {
        needs.locked(gifts.needsOf(donationId));
        return gifts.of(donationId).map(gift -> {
            if (gift.withdrawn() != reason) {
                gift.withdraw(reason);
            }
            takeBack(gift.lines().stream().map(line -> line.donationLineId()).toList());
            return true;
        }).orElse(false);
    }

    private void takeBack(Collection<UUID> donationLines) {
        if (donationLines.isEmpty()) {
            return;
        }
        reservations.lockedGivenBy(donationLines).stream()
                .collect(Collectors.groupingBy(Reservation::holderId, TreeMap::new,
                        Collectors.mapping(Reservation::lotId, Collectors.toSet())))
                .forEach((delivery, lots) -> deliveries.giveUp(delivery, lots, donationLines));
    }

    /**
     * However it came: the delivery was cancelled, or is back and its goods are too warm or the need has ended; the need ended
     * or is the hub's own; the donation was withdrawn.
     */
    void freed(@Observes GoodsFreed goods) {
        if (goods.byDonationLine().isEmpty()) {
            return;
        }
        for (Gift gift : gifts.by(goods.byDonationLine().keySet())) {
            gift.free(goods.byDonationLine());
            outbox.append(ReceiptUndone.ofOwnStock(gift, clock.instant()));
        }
    }
}
