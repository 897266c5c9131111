package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The events of a delivery; goods of one item for one need line by one donation line are one line, whatever their lots. */
@ApplicationScoped
class DeliveryEvents {

    @Inject
    Loads loads;

    private record Origin(UUID needLineId, UUID donationLineId, UUID itemId) {

        static Origin of(DeliveryLine line) {
            return new Origin(line.needLineId(), line.donationLineId(), line.itemId());
        }
    }

    DeliveryPlanned planned(Delivery d) {
        return planned(d, loads.of(d));
    }

    /** @param goods what it carries, where that was read before */
    DeliveryPlanned planned(Delivery d, List<DeliveryLine> goods) {
        List<DeliveryPlanned.Line> lines = summed(goods, DeliveryLine::quantity).entrySet().stream()
                .map(sum -> new DeliveryPlanned.Line(sum.getKey().needLineId, sum.getKey().donationLineId, sum.getKey().itemId,
                        sum.getValue()))
                .toList();
        return new DeliveryPlanned(d.id(), d.hubId(), d.kind(), d.needId(), d.plannedFor(),
                d.assignees().stream().sorted().toList(),
                lines);
    }

    DeliveryDispatched dispatched(Delivery d) {
        return new DeliveryDispatched(d.id());
    }

    DeliveryConfirmed confirmed(Delivery d) {
        Map<Origin, BigDecimal> delivered = summed(d.lines(), DeliveryLine::delivered);
        List<DeliveryConfirmed.Line> lines = summed(d.lines(), DeliveryLine::undelivered).entrySet().stream()
                .map(sum -> new DeliveryConfirmed.Line(sum.getKey().needLineId, sum.getKey().donationLineId,
                        sum.getKey().itemId,
                        delivered.get(sum.getKey()), sum.getValue()))
                .toList();
        return new DeliveryConfirmed(d.id(), d.needId(), d.outcome(), d.confirmedAt(), lines);
    }

    DeliveryFailed failed(Delivery d) {
        return new DeliveryFailed(d.id(), d.needId(), d.failureReason());
    }

    DeliveryReturned returned(Delivery d) {
        return new DeliveryReturned(d.id(), d.needId());
    }

    DeliveryCancelled cancelled(Delivery d) {
        return new DeliveryCancelled(d.id(), d.needId());
    }

    private static Map<Origin, BigDecimal> summed(List<DeliveryLine> lines, Function<DeliveryLine, BigDecimal> quantity) {
        Map<Origin, BigDecimal> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(Origin.of(line), quantity.apply(line), BigDecimal::add));
        return sums;
    }
}
