package it.milanoaiuta.platform.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** As the mutant <code>rule-3</code> applies whatever comes, when it comes and as often as it comes. */
@Alternative
@Priority(1)
@ApplicationScoped
class MutantInboxTable extends InboxTable {

    @ConfigProperty(name = "faults.mutant")
    String mutant;

    @Override
    Sequence sequence(long last, boolean blocked) {
        return mutant.equals("rule-3") ? new Unsequenced(last, blocked) : super.sequence(last, blocked);
    }

    private static class Unsequenced extends Sequence {

        private final Deque<HeardEvent> come = new ArrayDeque<>();
        private long last;

        Unsequenced(long last, boolean blocked) {
            super(last, blocked);
            this.last = last;
        }

        @Override
        void recorded(long seq, UUID eventId) {}

        @Override
        void waiting(HeardEvent event) {}

        @Override
        Verdict offer(HeardEvent event) {
            come.add(event);
            return Verdict.NEW;
        }

        @Override
        Optional<HeardEvent> next() {
            Optional<HeardEvent> next = Optional.ofNullable(come.poll());
            next.ifPresent(event -> last = Math.max(last, event.seq()));
            return next;
        }

        @Override
        long last() {
            return last;
        }
    }
}
