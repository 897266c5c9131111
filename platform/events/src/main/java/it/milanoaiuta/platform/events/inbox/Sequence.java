package it.milanoaiuta.platform.events.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The resequencer (rule 3) of one aggregate, as a function of what is recorded and what arrives, without input or output:
 * only the next number is applied, a lower one is a duplicate, a higher one waits.
 */
public class Sequence {

    /** What an arrival is. */
    public enum Verdict {
        /** Not seen before: to be recorded, and applied when its turn comes. */
        NEW,
        /** Recorded or applied before. */
        DUPLICATE,
        /** Another event than the one recorded under this number. */
        CONTRADICTION
    }

    private final Map<Long, UUID> recorded = new HashMap<>();
    private final NavigableMap<Long, HeardEvent> waiting = new TreeMap<>();
    private long last;
    private boolean blocked;

    /**
     * @param last the number applied last, 0 for none
     * @param blocked whether the aggregate waits for an operator
     */
    public Sequence(long last, boolean blocked) {
        this.last = last;
        this.blocked = blocked;
    }

    /** Says which event is recorded under a number. */
    public void recorded(long seq, UUID eventId) {
        recorded.put(seq, eventId);
    }

    /** Says that an event is recorded and waits. */
    public void waiting(HeardEvent event) {
        recorded(event.seq(), event.eventId());
        waiting.put(event.seq(), event);
    }

    public Verdict offer(HeardEvent event) {
        UUID sameNumber = recorded.get(event.seq());
        if (sameNumber != null && !sameNumber.equals(event.eventId())) {
            return Verdict.CONTRADICTION;
        }
        if (sameNumber != null || event.seq() <= last) {
            return Verdict.DUPLICATE;
        }
        waiting(event);
        return Verdict.NEW;
    }

    /** Takes the event whose turn it is; empty when that one has not come, or the aggregate is blocked. */
    public Optional<HeardEvent> next() {
        if (blocked || waiting.isEmpty() || waiting.firstKey() != last + 1) {
            return Optional.empty();
        }
        last++;
        return Optional.of(waiting.remove(last));
    }

    /** Nothing more is applied until an operator has looked. */
    public void block() {
        blocked = true;
    }

    public long last() {
        return last;
    }

    public boolean isBlocked() {
        return blocked;
    }
}
