package it.milanoaiuta.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import it.milanoaiuta.platform.events.inbox.HeardEvent;
import it.milanoaiuta.platform.events.inbox.Sequence;
import it.milanoaiuta.platform.events.inbox.Sequencing;

/** As the mutant <code>rule-3</code> applies whatever comes, when it comes and as often as it comes. */
@Decorator
@Priority(1)
class MutantSequencing implements Sequencing {

    @Inject
    @Delegate
    Sequencing table;

    @ConfigProperty(name = "faults.mutant")
    String mutant;

    @Override
    public Sequence sequence(long last, boolean blocked) {
        return mutant.equals("rule-3") ? new Unsequenced(last, blocked) : table.sequence(last, blocked);
    }

    private static class Unsequenced extends Sequence {

        private final Deque<HeardEvent> come = new ArrayDeque<>();
        private long last;

        Unsequenced(long last, boolean blocked) {
            super(last, blocked);
            this.last = last;
        }

        @Override
        public void recorded(long seq, UUID eventId) {}

        @Override
        public void waiting(HeardEvent event) {}

        @Override
        public Verdict offer(HeardEvent event) {
            come.add(event);
            return Verdict.NEW;
        }

        @Override
        public Optional<HeardEvent> next() {
            Optional<HeardEvent> next = Optional.ofNullable(come.poll());
            next.ifPresent(event -> last = Math.max(last, event.seq()));
            return next;
        }

        @Override
        public long last() {
            return last;
        }
    }
}
