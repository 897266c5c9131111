package it.milanoaiuta.platform.events.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import it.milanoaiuta.platform.data.SqlFailure;
import it.milanoaiuta.platform.events.stream.StreamKey;
import it.milanoaiuta.platform.web.http.Outage;

/**
 * Applies what is heard (rules 3 and 4): in order within an aggregate, exactly once, the record of it, its effect and the
 * aggregate's number in one transaction.
 * <p>
 * First all records in one transaction. If that fails for whatever reason, one event a transaction, so that only the
 * aggregate whose event cannot be applied is parked. What passes by itself (an outage, a deadlock, a lock not got in time)
 * parks and quarantines nothing: it leaves here as an exception, and the caller comes again with the same records.
 */
@ApplicationScoped
public class Inbox implements Taking {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int ALL = Integer.MAX_VALUE;
    private static final int MAX_ERROR = 1000;
    /** Several: what fails alone may have lost a race for a row that was missing, or that somebody else changed first. */
    private static final int ATTEMPTS = 5;

    @Inject
    EntityManager entities;

    @Inject
    InboxTable table;

    @Inject
    Handlers handlers;

    @Inject
    Quarantine quarantine;

    @Inject
    ObjectMapper json;

    /** A record and the event in it. */
    record Readable(HeardRecord record, HeardEvent event) {}

    @Override
    public void take(List<HeardRecord> records) {
        List<Readable> heard = new ArrayList<>();
        for (HeardRecord record : records) {
            try {
                heard.add(new Readable(record, record.read(json)));
            } catch (HeardRecord.Malformed e) {
                quarantine.put(record, e.getMessage());
            }
        }
        try {
            Map<StreamKey, Integer> applied = settle(streams(heard), heard, ALL);
            applied.forEach((stream, count) -> {
                if (count >= InboxTable.WINDOW) {
                    drain(stream);
                }
            });
        } catch (RuntimeException e) {
            LOG.debugf("%d records cannot be applied at once, now one by one: %s", heard.size(), e.getClass().getName());
            heard.forEach(this::takeAlone);
        }
    }

    /** @return whether the record is an event, and the one of its number */
    public boolean takes(HeardRecord record) {
        try {
            HeardEvent event = record.read(json);
            take(List.of(record));
            return table.has(event);
        } catch (HeardRecord.Malformed e) {
            return false;
        }
    }

    private void takeAlone(Readable heard) {
        try {
            settle(Set.of(heard.event.stream()), List.of(heard), 0);
        } catch (RuntimeException e) {
            if (!SqlFailure.blamesTheData(e)) {
                throw e; // no handler took part
            }
            quarantine.put(heard.record, "it cannot be recorded: SQLSTATE " + SqlFailure.stateOf(e));
        }
        drain(heard.event.stream());
    }

    /** Applies what waits of an aggregate, as far as it goes; parks it at the first event that cannot be applied. */
    public void drain(StreamKey stream) {
        int limit = ALL;
        int failedAlone = 0;
        while (true) {
            try {
                if (settle(Set.of(stream), List.of(), limit).isEmpty()) {
                    return;
                }
                failedAlone = 0;
            } catch (RuntimeException e) {
                if (Outage.causes(e)) {
                    throw e;
                }
                failedAlone += limit == 1 ? 1 : 0;
                if (failedAlone == ATTEMPTS) {
                    park(stream, e);
                    return;
                }
                limit = 1; // to find the one that fails, and to keep those before it
            }
        }
    }

    /** Lets a parked aggregate go on, from the event that was parked. */
    public boolean retry(StreamKey stream) {
        boolean wasBlocked = QuarkusTransaction.requiringNew().call(() -> table.unblock(stream));
        drain(stream);
        return wasBlocked;
    }

    private void park(StreamKey stream, RuntimeException failure) {
        LOG.errorf("Parked %s, to be retried by an operator: %s", stream, failure.getClass().getName());
        String error = failure.toString().replace('\0', ' ');
        QuarkusTransaction.requiringNew()
                .run(() -> table.park(stream, error.substring(0, Math.min(MAX_ERROR, error.length()))));
    }

    /**
     * One transaction: records what is new and applies, in order, at most so many events.
     *
     * @return how many were applied of each stream, none for those without
     */
    private Map<StreamKey, Integer> settle(Set<StreamKey> streams, List<Readable> arrivals, int limit) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Settlement settlement = new Settlement(
                        table.lock(streams, arrivals.stream().map(Readable::event).toList()), limit);
                arrivals.forEach(settlement::take);
                streams.forEach(settlement::applyNext);
                entities.flush();
                settlement.keep();
                return settlement.applied;
            });
        } catch (QuarkusTransactionException uncommitted) {
            throw SqlFailure.behind(uncommitted);
        }
    }

    private static Set<StreamKey> streams(List<Readable> heard) {
        return heard.stream().map(one -> one.event.stream()).collect(Collectors.toSet());
    }

    /** What one transaction does. */
    private class Settlement {

        private final Map<StreamKey, Sequence> sequences;
        private final Map<HeardEvent, String> states = new LinkedHashMap<>();
        private final Map<StreamKey, Integer> applied = new HashMap<>();
        private int left;

        Settlement(Map<StreamKey, Sequence> sequences, int limit) {
            this.sequences = sequences;
            this.left = limit;
        }

        public void take(Readable heard) {
            Sequence sequence = sequences.get(heard.event.stream());
            switch (sequence.offer(heard.event)) {
                case NEW -> states.put(heard.event, "pending");
                case CONTRADICTION -> {
                    // once decided by an operator, its repetition blocks nothing any more
                    if (quarantine.put(heard.record, "another event was heard under its number " + heard.event.seq())) {
                        sequence.block();
                    }
                }
                case DUPLICATE -> LOG.debugf("Readable again: %s %d", heard.event.stream(), heard.event.seq());
            }
            applyNext(heard.event.stream());
        }

        void applyNext(StreamKey stream) {
            for (Optional<HeardEvent> next = next(stream); next.isPresent(); next = next(stream)) {
                states.put(next.get(), handlers.handle(next.get()) ? "applied" : "ignored");
                applied.merge(stream, 1, Integer::sum);
                left--;
            }
        }

        private Optional<HeardEvent> next(StreamKey stream) {
            return left > 0 ? sequences.get(stream).next() : Optional.empty();
        }

        void keep() {
            table.record(states);
            table.advance(sequences);
        }
    }
}
