package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.donations.need.Service;

/**
 * What whoever has the code may know of a donation: place, lines and what became of them, nothing of the donor.
 *
 * @param code for people, as MA-7K3F-9QX2: it reads this and changes nothing
 * @param state where it is in its life; follows from its plan and from what hubs received
 * @param handover how the goods come to the hub; null for a service
 * @param hubId where it is brought; null: not known yet, or a service
 * @param windowStart from when it comes; null: not known yet
 * @param windowEnd until when it comes, 48 h after which it lapses; null: not known yet, then it lapses 7 days after the pledge
 * @param ifNotNeeded what becomes of goods whose need ends first
 * @param version the ETag to send as If-Match with a change
 * @param lines of it, in the donor's order
 */
public record DonationView(
        String code,
        DonationState state,
        Handover handover,
        UUID hubId,
        Instant windowStart,
        Instant windowEnd,
        IfNotNeeded ifNotNeeded,
        long version,
        List<Line> lines) {

    /**
     * Goods of one kind, in the item's base unit, or a service. What is in no other figure is general stock, or still to come
     * for it.
     *
     * @param itemId what is given; null for a service
     * @param service what is given; null for goods
     * @param quantity promised, in unit, with 3 decimals
     * @param unit the item's base unit, or the service's
     * @param needId the need it is for; null: general stock of the hub
     * @param needLineId the line of that need; null: general stock of the hub
     * @param cancelled taken back because its need ended
     * @param stockAt its need ended: general stock of the hub on arrival, at the latest then; until then the donor may set
     *        ifNotNeeded to CANCEL; null while its need counts on it
     * @param accepted by hubs so far, in unit; of a service by whoever asked for it
     * @param rejected by hubs so far, in unit
     * @param missing not there when a hub closed its arrival, in unit; of a service not given
     * @param promised counted for the need, not yet handed over, in unit
     * @param inTransit counted for the need, at a hub or on the road, in unit
     * @param received counted for the need, with the recipient, in unit
     */
    public record Line(
            UUID id,
            UUID itemId,
            Service service,
            BigDecimal quantity,
            Unit unit,
            UUID needId,
            UUID needLineId,
            boolean cancelled,
            Instant stockAt,
            BigDecimal accepted,
            BigDecimal rejected,
            BigDecimal missing,
            BigDecimal promised,
            BigDecimal inTransit,
            BigDecimal received) {}

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
