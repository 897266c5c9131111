package it.milanoaiuta.donations.need;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.donations.owner.OwnerKind;

/**
 * A need and how far it is covered.
 *
 * @param ownerKind whether an organisation or a hub asks
 * @param ownerId the organisation or hub that asks
 * @param postingId the same on the opportunity that asks for people; null when this is no posting for both
 * @param deliverTo where the goods are to be delivered
 * @param byWhen by when it is needed
 * @param urgency how soon it is needed
 * @param state where it is in its life
 * @param freshUntil in the public lists until then, never beyond byWhen; null before it was published
 * @param rejection why a coordinator rejected it; only its owner and coordinators see rejected ones; null otherwise
 * @param lines what it asks for, in its owner's order
 */
public record NeedView(
        UUID id,
        OwnerKind ownerKind,
        UUID ownerId,
        UUID postingId,
        Place deliverTo,
        Instant byWhen,
        Urgency urgency,
        NeedState state,
        Instant freshUntil,
        String rejection,
        List<Line> lines) {

    /**
     * One thing a need asks for: requested = promised + inTransit + received + lacking, always; in unit, with 3 decimals.
     *
     * @param itemId the item of the catalogue; null for a service
     * @param service null for goods
     * @param unit the item's base unit, or the service's
     * @param requested what is asked for in all
     * @param promised of live donations, not yet handed over
     * @param inTransit accepted at a hub, not yet with the recipient
     * @param received delivered; for a hub's own need what it accepted
     * @param lacking what may still be promised
     * @param conditions the owner's own words for donors; null when there are none
     */
    public record Line(
            UUID id,
            UUID itemId,
            Service service,
            Unit unit,
            BigDecimal requested,
            BigDecimal promised,
            BigDecimal inTransit,
            BigDecimal received,
            BigDecimal lacking,
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
