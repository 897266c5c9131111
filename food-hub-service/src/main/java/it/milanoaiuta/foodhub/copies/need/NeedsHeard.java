package it.milanoaiuta.foodhub.copies.need;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Hearing;

/** Keeps our copy of needs. */
@ApplicationScoped
public class NeedsHeard implements Hearing {

    @Inject
    Needs needs;

    @Inject
    NeedLines lines;

    @Inject
    Event<NeedCopyChanged> needCopyChanged;

    record Asked(UUID needId, Need.OwnerKind ownerKind, UUID ownerId, Instant byWhen, String urgency, Integer municipio,
            List<Line> lines) {}

    record Line(UUID needLineId, UUID itemId, BigDecimal quantity) {}

    record Known(UUID needId) {}

    @Override
    public String topic() {
        return "donations.needs";
    }

    @Override
    public void register(Handlers on) {
        on.event("NeedPublished.v1", Asked.class, (event, heard) -> copy(event))
                .event("NeedExpired.v1", Known.class, (event, heard) -> state(event, Need.State.EXPIRED))
                .event("NeedFulfilled.v1", Known.class, (event, heard) -> state(event, Need.State.FULFILLED))
                .event("NeedClosedShort.v1", Known.class, (event, heard) -> state(event, Need.State.CLOSED_SHORT))
                .event("NeedCancelled.v1", Known.class, (event, heard) -> state(event, Need.State.CANCELLED));
    }

    private void copy(Asked event) {
        Need need = locked(event.needId);
        need.publish(event);
        lines.delete("needId = ?1 and id not in ?2", event.needId,
                event.lines.stream().map(Line::needLineId).collect(Collectors.toSet()));
        event.lines.forEach(line -> copy(event.needId, line));
        needCopyChanged.fire(new NeedCopyChanged(need));
    }

    private void copy(UUID needId, Line asked) {
        NeedLine line = lines.findByIdOptional(asked.needLineId).orElseGet(() -> NeedLine.heardOf(asked.needLineId, needId));
        line.ask(asked.itemId, asked.quantity);
        lines.persist(line);
    }

    private void state(Known event, Need.State state) {
        Need need = locked(event.needId);
        need.is(state);
        needCopyChanged.fire(new NeedCopyChanged(need));
    }

    private Need locked(UUID id) {
        return needs.locked(List.of(id)).get(id);
    }
}
