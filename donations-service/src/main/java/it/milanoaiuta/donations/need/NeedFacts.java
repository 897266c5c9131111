package it.milanoaiuta.donations.need;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.donations.owner.OwnerKind;

/** What the other services are told of a need. */
public record NeedFacts(UUID needId, OwnerKind ownerKind, UUID ownerId, UUID postingId, Instant byWhen, Urgency urgency,
        int municipio, List<Line> lines) {

    /** @param quantity what was asked, in the item's base unit */
    public record Line(UUID needLineId, UUID itemId, Service service, BigDecimal quantity, Unit unit) {}

    static NeedFacts of(Need need) {
        return new NeedFacts(need.id(), need.owner().kind(), need.owner().id(), need.postingId(), need.byWhen(), need.urgency(),
                need.deliverTo().municipio(), need.lines().stream()
                        .map(line -> new Line(line.id(), line.itemId(), line.service(), line.requested(), line.unit()))
                        .toList());
    }
}
