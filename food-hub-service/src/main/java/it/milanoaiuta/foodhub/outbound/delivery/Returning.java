package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.copies.need.Needs;
import it.milanoaiuta.foodhub.inbound.receipt.NeedDeliveries;
import it.milanoaiuta.foodhub.outbound.parcel.Parcel;
import it.milanoaiuta.foodhub.outbound.parcel.Parcels;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.ColdChain;
import it.milanoaiuta.foodhub.stock.GoodsFreed;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.InvalidField;

/**
 * What was not handed over comes back to the hub: parcels whole, so that they are given again or unpacked; what is loose, and
 * what is in a parcel that was opened, to its stock; chilled and frozen goods to quarantine unless a reading in tolerance is
 * recorded, and what else was in their parcel to the stock. Goods of a need that still wants them are planned again.
 */
@ApplicationScoped
class Returning {

    @Inject
    Items items;

    @Inject
    ColdChain coldChain;

    @Inject
    Parcels parcels;

    @Inject
    Ledger ledger;

    @Inject
    Needs needs;

    @Inject
    NeedDeliveries planning;

    @Inject
    DeliveryEvents events;

    @Inject
    Outbox outbox;

    @Inject
    Event<GoodsFreed> freed;

    @Inject
    Clock clock;

    /** @throws DeliveryNotInState when nothing of it is on its way back */
    void bringBack(Delivery delivery, NewReturn said, UUID author) {
        delivery.mustBeOnItsWayBack();
        Back back = back(delivery, delivery.lines(), said, author);
        finish(delivery, back, ledger.move(back.movements));
    }

    /**
     * What comes back, and where to.
     *
     * @param whole the parcels that nobody opened and in which nothing is spoilt: they stay as they are
     * @param good goods of a need that it can have after all
     * @param spoilt goods of a need that nobody can have
     */
    record Back(List<Movement> movements, Set<UUID> whole, List<NeedDeliveries.Line> good, List<NeedDeliveries.Line> spoilt) {}

    /**
     * What the ledger has to book; whoever calls moves it and then calls {@link #finish}.
     *
     * @param lines of the delivery, with what was handed over of each
     */
    Back back(Delivery delivery, List<DeliveryLine> lines, NewReturn said, UUID author) {
        Map<UUID, Item> known = items.byId(lines.stream().map(DeliveryLine::itemId).distinct().toList());
        for (int i = 0; i < said.readings().size(); i++) {
            if (!known.containsKey(said.readings().get(i).itemId())) {
                throw new InvalidField("readings[" + i + "].itemId", "item-not-on-delivery");
            }
        }
        Set<UUID> spoilt = known.values().stream().filter(item -> !isGood(item, said)).map(item -> item.id())
                .collect(Collectors.toSet());
        Back back = new Back(new ArrayList<>(), whole(lines, spoilt), new ArrayList<>(), new ArrayList<>());
        for (DeliveryLine line : lines) {
            BigDecimal rest = line.undelivered();
            if (rest.signum() > 0 && !back.whole.contains(line.parcelId())) {
                boolean good = !spoilt.contains(line.itemId());
                Account to = good ? Account.hub(delivery.hubId()) : Account.quarantine(delivery.hubId());
                back.movements.add(new Movement(line.lotId(), rest, line.carriedOn(delivery), to, Movement.Reason.RETURN,
                        delivery.id(), author, null));
                if (delivery.needId() != null) {
                    (good ? back.good : back.spoilt)
                            .add(new NeedDeliveries.Line(line.needLineId(), line.donationLineId(),
                                    line.lotId(), rest));
                }
            }
        }
        return back;
    }

    private static Set<UUID> whole(List<DeliveryLine> lines, Set<UUID> spoilt) {
        Set<UUID> opened = lines.stream().filter(line -> spoilt.contains(line.itemId()) || line.isPartlyDelivered())
                .map(DeliveryLine::parcelId).collect(Collectors.toSet());
        return lines.stream().map(DeliveryLine::parcelId).filter(parcel -> parcel != null && !opened.contains(parcel))
                .collect(Collectors.toSet());
    }

    private boolean isGood(Item item, NewReturn said) {
        LocalDate today = CityTime.today(clock);
        return !item.storageClass().needsTemperature()
                || said.readings().stream().filter(reading -> reading.itemId().equals(item.id()))
                        .anyMatch(reading -> coldChain.tolerates(item, reading.celsius(), today));
    }

    void finish(Delivery delivery, Back back, Instant at) {
        delivery.comeBack(at);
        parcels.ofDelivery(delivery.id()).stream().filter(parcel -> back.whole.contains(parcel.id()))
                .forEach(Parcel::comeBackWhole);
        outbox.append(events.returned(delivery));
        if (delivery.needId() != null) {
            giveAgain(delivery, back);
        }
    }

    private void giveAgain(Delivery delivery, Back back) {
        boolean wanted = needs.findById(delivery.needId()).wantsDelivery();
        free(wanted ? back.spoilt : Stream.concat(back.good.stream(), back.spoilt.stream()).toList());
        if (wanted && !back.good.isEmpty()) {
            planning.plan(delivery.hubId(), delivery.needId(), back.good);
        }
    }

    private void free(List<NeedDeliveries.Line> lines) {
        freed.fire(new GoodsFreed(lines.stream().filter(line -> line.donationLineId() != null)
                .collect(Collectors.toMap(NeedDeliveries.Line::donationLineId, NeedDeliveries.Line::quantity,
                        BigDecimal::add))));
    }
}
