package it.milanoaiuta.foodhub.delivery;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.defaults.InvalidField;
import it.milanoaiuta.delivery.Outbox;
import it.milanoaiuta.foodhub.City;
import it.milanoaiuta.foodhub.item.ColdChain;
import it.milanoaiuta.foodhub.item.Item;
import it.milanoaiuta.foodhub.item.Items;
import it.milanoaiuta.foodhub.need.NeedDeliveries;
import it.milanoaiuta.foodhub.need.Needs;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Movement;

/**
 * What was not handed over comes back to the hub: to its stock, parcels unpacked; chilled and frozen goods to quarantine
 * unless a reading in tolerance is recorded. Goods of a need that still wants them are planned again.
 */
@ApplicationScoped
class Returning {

    @Inject
    Items items;

    @Inject
    ColdChain coldChain;

    @Inject
    Ledger ledger;

    @Inject
    Needs needs;

    @Inject
    NeedDeliveries planning;

    @Inject
    Telling telling;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** @throws DeliveryNotInState when nothing of it is on its way back */
    void bringBack(Delivery delivery, NewReturn said, UUID author) {
        delivery.requireOnItsWayBack();
        Back back = back(delivery, delivery.lines, said, author);
        finish(delivery, back, ledger.move(back.movements));
    }

    /** What comes back, and where to. */
    record Back(List<Movement> movements, List<NeedDeliveries.Line> stillGiven) {}

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
        Back back = new Back(new ArrayList<>(), new ArrayList<>());
        for (DeliveryLine line : lines) {
            BigDecimal rest = line.undelivered();
            if (rest.signum() > 0) {
                boolean good = isGood(known.get(line.itemId()), said);
                Account to = good ? Account.hub(delivery.hubId) : Account.quarantine(delivery.hubId);
                back.movements.add(new Movement(line.lotId(), rest, line.carriedOn(delivery), to, Movement.Reason.RETURN,
                        delivery.id, author, null));
                if (good && delivery.needId != null) {
                    back.stillGiven.add(new NeedDeliveries.Line(line.needLineId(), line.donationLineId(), line.itemId(),
                            line.lotId(), rest));
                }
            }
        }
        return back;
    }

    private boolean isGood(Item item, NewReturn said) {
        LocalDate today = City.today(clock);
        return !item.storageClass.needsTemperature()
                || said.readings().stream().filter(reading -> reading.itemId().equals(item.id))
                        .anyMatch(reading -> coldChain.tolerates(item, reading.celsius(), today));
    }

    void finish(Delivery delivery, Back back, Instant at) {
        delivery.comeBack(at);
        outbox.append(telling.returned(delivery));
        if (!back.stillGiven.isEmpty() && needs.findById(delivery.needId).wantsDelivery()) {
            planning.plan(delivery.hubId, delivery.needId, back.stillGiven);
        }
    }
}
