package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery. Whom it reaches is an opaque id; a household's door is in the vault. */
public record DeliveryView(UUID id, UUID hubId, DeliveryKind kind, UUID householdId, UUID needId,
        @Schema(description = "Day, Europe/Rome") LocalDate plannedFor, DeliveryState state,
        @Schema(description = "True: its organisation is suspended, it is not loaded until that ends") boolean stopped,
        List<UUID> assignees,
        Instant loadedAt, Outcome outcome, FailureReason reason,
        @Schema(description = "When it was handed over or failed") Instant confirmedAt,
        @Schema(description = "When what was not handed over was back at the hub") Instant returnedAt, long version,
        @Schema(description = "Left out in lists") List<UUID> parcelIds,
        @Schema(description = "Left out in lists") List<Line> lines,
        @Schema(description = "What people confirmed, oldest first; left out in lists") List<ConfirmationView> confirmations) {

    /** Goods of one item, in its base unit. */
    @Schema(name = "DeliveryItem")
    public record Line(UUID itemId, UUID needLineId, BigDecimal quantity,
            @Schema(description = "Null until confirmed") BigDecimal delivered) {

        private Line plus(Line other) {
            return new Line(itemId, needLineId, quantity.add(other.quantity),
                    delivered == null ? null : delivered.add(other.delivered));
        }
    }

    static DeliveryView of(Delivery d, boolean stopped) {
        return of(d, stopped, null, null, null);
    }

    static DeliveryView of(Delivery d, boolean stopped, List<UUID> parcelIds, List<DeliveryLine> load,
            List<Confirmation> confirmations) {
        return new DeliveryView(d.id(), d.hubId(), d.kind(), d.householdId(), d.needId(), d.plannedFor(), d.state(), stopped,
                d.assignees().stream().sorted().toList(), d.loadedAt(), d.outcome(), d.failureReason(), d.confirmedAt(),
                d.returnedAt(),
                d.version(), parcelIds, load == null ? null : byItem(load),
                confirmations == null ? null : confirmations.stream().map(ConfirmationView::of).toList());
    }

    private static List<Line> byItem(List<DeliveryLine> load) {
        record Key(UUID itemId, UUID needLineId) {}
        Map<Key, Line> lines = new LinkedHashMap<>();
        load.forEach(line -> lines.merge(new Key(line.itemId(), line.needLineId()),
                new Line(line.itemId(), line.needLineId(), line.quantity(), line.delivered()), Line::plus));
        return List.copyOf(lines.values());
    }
}
