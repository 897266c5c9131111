package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import it.milanoaiuta.platform.web.InvalidField;

/** What was handed over of what was loaded. People say it by item; it is taken from the lines in their order. */
final class HandedOver {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(3);

    private HandedOver() {}

    /**
     * The lines with what was handed over of each.
     *
     * @param said by item, of a PARTIAL outcome; an item that is not named was handed over whole
     * @throws InvalidField when an item is not on the delivery, named twice, or does not add up to what was loaded, and when
     *         nothing or everything was handed over: that is FAILED or DELIVERED
     */
    static List<DeliveryLine> of(List<DeliveryLine> loaded, Outcome outcome, List<NewConfirmation.Line> said) {
        return switch (outcome) {
            case DELIVERED -> loaded.stream().map(line -> line.handedOver(line.quantity())).toList();
            case FAILED -> loaded.stream().map(line -> line.handedOver(NOTHING)).toList();
            case PARTIAL -> partly(loaded, said);
        };
    }

    private static List<DeliveryLine> partly(List<DeliveryLine> loaded, List<NewConfirmation.Line> said) {
        Map<UUID, BigDecimal> open = deliveredByItem(loaded, said);
        List<DeliveryLine> lines = new ArrayList<>();
        for (DeliveryLine line : loaded) {
            BigDecimal part = open.getOrDefault(line.itemId(), line.quantity()).min(line.quantity());
            open.computeIfPresent(line.itemId(), (item, rest) -> rest.subtract(part));
            lines.add(line.handedOver(part));
        }
        if (lines.stream().allMatch(line -> line.delivered().signum() == 0)) {
            throw new InvalidField("outcome", "nothing-delivered");
        }
        if (lines.stream().allMatch(line -> line.undelivered().signum() == 0)) {
            throw new InvalidField("outcome", "everything-delivered");
        }
        return lines;
    }

    private static Map<UUID, BigDecimal> deliveredByItem(List<DeliveryLine> loaded, List<NewConfirmation.Line> said) {
        Map<UUID, BigDecimal> quantities = loaded.stream()
                .collect(Collectors.toMap(DeliveryLine::itemId, DeliveryLine::quantity, BigDecimal::add));
        Map<UUID, BigDecimal> delivered = new HashMap<>();
        for (int i = 0; i < said.size(); i++) {
            NewConfirmation.Line line = said.get(i);
            BigDecimal quantity = quantities.get(line.itemId());
            if (quantity == null) {
                throw new InvalidField("lines[" + i + "].itemId", "item-not-on-delivery");
            }
            if (line.delivered().add(line.returned()).compareTo(quantity) != 0) {
                throw new InvalidField("lines[" + i + "]", "line-does-not-add-up", quantity.toPlainString());
            }
            if (delivered.put(line.itemId(), line.delivered()) != null) {
                throw new InvalidField("lines[" + i + "].itemId", "item-twice");
            }
        }
        return delivered;
    }
}
