package it.milanoaiuta.donations.need;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.donations.owner.OwnerKind;

/** A need and how far it is covered. */
public record NeedView(
        UUID id,
        OwnerKind ownerKind,
        UUID ownerId,
        UUID postingId,
        Place deliverTo,
        Instant byWhen,
        Urgency urgency,
        NeedState state,
        @Schema(description = "In the public lists until then; null before it was published") Instant freshUntil,
        @Schema(description = "Why a coordinator rejected it; only its owner and coordinators see rejected ones") String rejection,
        List<Line> lines) {

    /** requested = promised + inTransit + received + lacking, always; in the item's base unit. */
    public record Line(
            UUID id,
            UUID itemId,
            Service service,
            Unit unit,
            BigDecimal requested,
            @Schema(description = "Of live donations, not yet handed over") BigDecimal promised,
            @Schema(description = "Accepted at a hub, not yet with the recipient") BigDecimal inTransit,
            @Schema(description = "Delivered; for a hub's own need what it accepted") BigDecimal received,
            @Schema(description = "What may still be promised") BigDecimal lacking,
            String conditions) {

        static Line of(NeedLine line) {
            return new Line(line.id(), line.itemId(), line.service(), line.unit(), line.requested(), line.promised(),
                    line.inTransit(),
                    line.received(), line.lacking(), line.conditions());
        }
    }

    static NeedView of(Need need) {
        return new NeedView(need.id(), need.owner().kind(), need.owner().id(), need.postingId(), need.deliverTo(),
                need.byWhen(),
                need.urgency(), need.state(), need.freshUntil(), need.rejection(),
                need.lines().stream().map(Line::of).toList());
    }
}
