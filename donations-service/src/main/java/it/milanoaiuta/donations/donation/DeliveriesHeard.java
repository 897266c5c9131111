package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Hearing;

/**
 * What is brought to needs: delivered, it goes from in transit to received. What a cancelled delivery leaves at the hub, or one
 * that failed brings back, is free stock and lacks again, unless another delivery takes it up.
 */
@ApplicationScoped
public class DeliveriesHeard implements Hearing {

    /** Told again whenever the goods change: the last one counts. */
    record Planned(UUID deliveryId, List<Line> lines) {

        record Line(UUID needLineId, UUID donationLineId, BigDecimal quantity) {

            DonatedGoods.Load load() {
                return new DonatedGoods.Load(needLineId, donationLineId, quantity, BigDecimal.ZERO);
            }
        }
    }

    record Confirmed(UUID deliveryId, List<Line> lines) {

        /** @param returned not handed over: on the road until the delivery is told to be back */
        record Line(UUID needLineId, UUID donationLineId, BigDecimal delivered, BigDecimal returned) {

            DonatedGoods.Load load() {
                return new DonatedGoods.Load(needLineId, donationLineId, delivered.add(returned), delivered);
            }
        }
    }

    /** Cancelled or back. */
    record Ended(UUID deliveryId) {}

    @Inject
    DonatedGoods goods;

    @Inject
    Donations donations;

    @Inject
    Settling settling;

    @Override
    public String topic() {
        return "food-hub.deliveries";
    }

    @Override
    public void register(Handlers on) {
        // DeliveryFailed changes nothing yet: its goods are on the road until DeliveryReturned
        on.event("DeliveryPlanned.v1", Planned.class, (event, heard) -> carries(event.deliveryId(),
                event.lines().stream().map(Planned.Line::load)))
                .event("DeliveryConfirmed.v1", Confirmed.class, (event, heard) -> carries(event.deliveryId(),
                        event.lines().stream().map(Confirmed.Line::load)))
                .event("DeliveryCancelled.v1", Ended.class, (event, heard) -> ended(event.deliveryId()))
                .event("DeliveryReturned.v1", Ended.class, (event, heard) -> ended(event.deliveryId()));
    }

    private void carries(UUID delivery, Stream<DonatedGoods.Load> loads) {
        goods.keep(delivery, loads.filter(load -> load.needLineId() != null).toList());
        settle(delivery);
    }

    private void ended(UUID delivery) {
        goods.end(delivery);
        settle(delivery);
    }

    private void settle(UUID delivery) {
        Set<UUID> needLines = goods.needLinesOf(delivery);
        if (!needLines.isEmpty()) {
            settling.settle(donations.locked(goods.donationsOf(delivery)), needLines, List.of());
        }
    }
}
