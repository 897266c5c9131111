package it.milanoaiuta.foodhub.copies.need;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Hearing;

/**
 * Keeps our copy of needs. When one or a line of it ends, or it turns out to be a hub's own, the goods set aside for it and not
 * loaded yet are free again.
 */
@ApplicationScoped
public class NeedCopy implements Hearing {

    @Inject
    Needs needs;

    @Inject
    NeedLines lines;

    @Inject
    NeedDeliveries deliveries;

    record Told(UUID needId, Need.OwnerKind ownerKind, UUID ownerId, Instant byWhen, String urgency, Integer municipio,
            List<Line> lines) {}

    record Line(UUID needLineId, UUID itemId, BigDecimal quantity) {}

    record Known(UUID needId) {}

    @Override
    public String topic() {
        return "donations.needs";
    }

    @Override
    public void register(Handlers on) {
        on.event("NeedPublished.v1", Told.class, (event, heard) -> copy(event))
                .event("NeedChanged.v1", Told.class, (event, heard) -> copy(event))
                .event("NeedExpired.v1", Known.class, (event, heard) -> state(event, Need.State.EXPIRED))
                .event("NeedFulfilled.v1", Known.class, (event, heard) -> state(event, Need.State.FULFILLED))
                .event("NeedClosedShort.v1", Known.class, (event, heard) -> state(event, Need.State.CLOSED_SHORT))
                .event("NeedCancelled.v1", Known.class, (event, heard) -> state(event, Need.State.CANCELLED));
    }

    private void copy(Told event) {
        Need need = locked(event.needId);
        need.ownerKind = event.ownerKind;
        need.ownerId = event.ownerId;
        need.byWhen = event.byWhen;
        need.urgency = event.urgency;
        need.municipio = event.municipio;
        need.state = Need.State.OPEN;
        Set<UUID> asked = event.lines.stream().map(Line::needLineId).collect(Collectors.toSet());
        lines.delete("needId = ?1 and id not in ?2", event.needId, asked);
        event.lines.forEach(line -> copy(event.needId, line));
        needs.setAside(event.needId).stream().filter(goods -> !asked.contains(goods.needLineId())).forEach(this::free);
        freeUnlessWanted(need);
        if (need.wantsDelivery()) {
            lines.flush();
            lines.tooMuch(event.needId).forEach((line, over) -> free(event.needId, line, over));
        }
    }

    private void free(Needs.SetAside goods) {
        deliveries.giveUp(goods.deliveryId(), List.of(goods.lotId()), List.of(goods.donationLineId()));
    }

    /** More was set aside than is asked for, before we knew how much that is: the newest goes. */
    private void free(UUID needId, UUID line, BigDecimal over) {
        BigDecimal left = over;
        for (Needs.SetAside goods : needs.setAside(needId)) {
            if (goods.needLineId().equals(line) && left.signum() > 0) {
                free(goods);
                if (goods.quantity().compareTo(left) > 0) {
                    deliveries.plan(goods.hubId(), needId, List.of(goods.line(goods.quantity().subtract(left))));
                }
                left = left.subtract(goods.quantity());
            }
        }
    }

    private void copy(UUID needId, Line told) {
        NeedLine line = lines.findByIdOptional(told.needLineId).orElseGet(() -> new NeedLine(told.needLineId, needId));
        line.itemId = told.itemId;
        line.quantity = told.quantity;
        lines.persist(line);
    }

    private void state(Known event, Need.State state) {
        Need need = locked(event.needId);
        need.state = state;
        freeUnlessWanted(need);
    }

    private void freeUnlessWanted(Need need) {
        if (!need.wantsDelivery()) {
            needs.plannedDeliveries(need.id).forEach(delivery -> deliveries.cancel(delivery));
        }
    }

    private Need locked(UUID id) {
        return needs.locked(List.of(id)).get(id);
    }
}
