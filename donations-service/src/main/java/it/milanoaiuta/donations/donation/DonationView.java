package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.donations.need.Service;

/** What whoever has the code may know of a donation: place, lines and what became of them, nothing of the donor. */
public record DonationView(
        String code,
        DonationState state,
        Handover handover,
        UUID hubId,
        Instant windowStart,
        Instant windowEnd,
        IfNotNeeded ifNotNeeded,
        @Schema(description = "The ETag to send as If-Match with a change") long version,
        List<Line> lines) {

    /** Goods of one kind, in the item's base unit, or a service. What is in no other figure is general stock, or still to come for it. */
    public record Line(
            UUID id,
            UUID itemId,
            Service service,
            BigDecimal quantity,
            Unit unit,
            @Schema(description = "The need it is for; null: general stock of the hub") UUID needId,
            UUID needLineId,
            @Schema(description = "Taken back because its need ended") boolean cancelled,
            @Schema(description = "Its need ended: general stock of the hub on arrival, at the latest then; until then the donor may set ifNotNeeded to CANCEL") Instant stockAt,
            @Schema(description = "By the hub; of a service by whoever asked for it") BigDecimal accepted,
            @Schema(description = "By the hub") BigDecimal rejected,
            @Schema(description = "Not there when the hub closed the arrival; of a service not given") BigDecimal missing,
            @Schema(description = "Counted for the need, not yet handed over") BigDecimal promised,
            @Schema(description = "Counted for the need, at a hub") BigDecimal inTransit,
            @Schema(description = "Counted for the need, with the recipient") BigDecimal received) {}

    /** @param needs by need line */
    static DonationView of(Donation donation, Map<UUID, UUID> needs) {
        return new DonationView(donation.code(), donation.state(), donation.handover(), donation.hubId(),
                donation.windowStart(),
                donation.windowEnd(), donation.ifNotNeeded(), donation.version(), donation.lines().stream().map(line -> {
                    UUID needLine = line.isForNeed() ? line.needLineId() : null;
                    return new Line(line.id(), line.itemId(), line.service(), line.quantity(), line.unit(),
                            needLine == null ? null : needs.get(needLine),
                            needLine, line.isCancelled(), line.isForNeed() ? line.stockAt() : null, line.accepted(),
                            line.rejected(),
                            line.missing(), line.promised(), line.inTransit(),
                            line.received());
                }).toList());
    }
}
