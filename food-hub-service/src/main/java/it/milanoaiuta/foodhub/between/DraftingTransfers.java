package it.milanoaiuta.foodhub.between;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.hub.Hubs;
import it.milanoaiuta.foodhub.stock.Picked;
import it.milanoaiuta.foodhub.stock.Reservation;
import it.milanoaiuta.foodhub.stock.Reservations;
import it.milanoaiuta.foodhub.stock.Stock;
import it.milanoaiuta.foodhub.stock.Wanted;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.Version;

/** Finds what one hub is to send to another and sets it aside; a draft that is given up sets it free. */
@ApplicationScoped
class DraftingTransfers {

    @Inject
    Transfers transfers;

    @Inject
    Stock stock;

    @Inject
    Reservations reservations;

    @Inject
    Items items;

    @Inject
    Hubs hubs;

    @Inject
    Clock clock;

    /**
     * What is found, first to expire first, is set aside; what is short is part of the answer.
     *
     * @param manager of the sending hub; the caller has checked that she is
     * @throws InvalidField when the day is past, the other hub is unknown or the same, or an item is unknown
     */
    Transfer draft(NewTransfer drafted, UUID manager) {
        Transfer transfer = Transfer.drafted(drafted, handOver(drafted), manager, clock.instant());
        if (hubs.findById(drafted.toHubId()) == null) {
            throw new InvalidField("toHubId", "unknown-hub");
        }
        if (drafted.toHubId().equals(drafted.fromHubId())) {
            throw new InvalidField("toHubId", "same-place");
        }
        List<Wanted> wanted = wanted(drafted.lines());
        wanted.forEach(wish -> transfer.lines().add(new Transfer.Line(wish.itemId(), wish.quantity())));
        Picked picked = stock.pick(transfer.fromHubId(), wanted, transfer.handOver());
        picked.byLot().forEach(line -> transfer.lots().add(new Transfer.Load(line.lotId(), line.itemId(), line.quantity())));
        transfers.persist(transfer);
        reservations.setAside(transfer.lots().stream().map(load -> new Reservation(transfer.fromHubId(), load.lotId(),
                load.quantity(), Reservation.Holder.TRANSFER, transfer.id(), null, null, null)).toList());
        return transfer;
    }

    private LocalDate handOver(NewTransfer drafted) {
        LocalDate today = CityTime.today(clock);
        if (drafted.handOver() != null && drafted.handOver().isBefore(today)) {
            throw new InvalidField("handOver", "day-past");
        }
        return drafted.handOver() == null ? today : drafted.handOver();
    }

    private List<Wanted> wanted(List<NewTransfer.Line> lines) {
        Map<UUID, Item> known = items.byId(lines.stream().map(NewTransfer.Line::itemId).collect(Collectors.toSet()));
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            NewTransfer.Line line = lines.get(i);
            Item item = known.get(line.itemId());
            if (item == null) {
                throw new InvalidField("lines[%d].itemId".formatted(i), "unknown-item");
            }
            wanted.add(new Wanted(item.id(), item.inBaseUnit(line.quantity(), line.unit(), "lines[%d]".formatted(i))));
        }
        return wanted;
    }

    /**
     * Gives a draft up; again changes nothing.
     *
     * @param seen the version the caller decided on
     * @throws TransferNotDraft when it has left
     */
    void cancel(UUID id, Version seen) {
        Transfer transfer = transfers.locked(id);
        if (transfer.state() == Transfer.State.CANCELLED) {
            return;
        }
        seen.mustBe(transfer.version());
        transfer.mustBeDraft();
        reservations.end(id, Reservation.End.RELEASED);
        transfer.cancel();
    }
}
