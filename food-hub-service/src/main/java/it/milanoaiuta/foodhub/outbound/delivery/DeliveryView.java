package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A delivery. Whom it reaches is an opaque id; a household's door is in the vault.
 *
 * @param kind whom it goes to
 * @param householdId of HOUSEHOLD; else null
 * @param needId of NEED; else null
 * @param plannedFor the day, Europe/Rome
 * @param state where it is
 * @param stopped true: its organisation is suspended, it is not loaded until that ends
 * @param assignees sign-in ids (sub) of who brings it; may be empty
 * @param loadedAt when its goods left the hub; null before
 * @param outcome what became of it at the door; null before
 * @param reason why nothing was handed over; null unless it failed
 * @param confirmedAt when it was handed over or failed; null before
 * @param returnedAt when what was not handed over was back at the hub; null before, and where nothing was
 * @param version the ETag to send as If-Match, or as seenVersion
 * @param parcelIds of HOUSEHOLD, else empty; left out in lists
 * @param lines what it holds, item by item; left out in lists
 * @param confirmations what people confirmed, oldest first; left out in lists
 */
public record DeliveryView(UUID id, UUID hubId, DeliveryKind kind, UUID householdId, UUID needId, LocalDate plannedFor,
        DeliveryState state, boolean stopped, List<UUID> assignees, Instant loadedAt, Outcome outcome, FailureReason reason,
        Instant confirmedAt, Instant returnedAt, long version, List<UUID> parcelIds, List<Line> lines,
        List<ConfirmationView> confirmations) {

    /**
     * Goods of one item, in its base unit, with 3 decimals.
     *
     * @param needLineId the line of the need they are for; null in a parcel
     * @param quantity planned, or loaded
     * @param delivered handed over; null until confirmed
     */
    @Schema(name = "DeliveryItem")
    public record Line(UUID itemId, UUID needLineId, BigDecimal quantity, BigDecimal delivered) {

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
