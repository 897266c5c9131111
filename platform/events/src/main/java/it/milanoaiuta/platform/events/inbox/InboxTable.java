package it.milanoaiuta.platform.events.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.events.stream.StreamKey;

/** The tables <code>inbox_stream</code> and <code>inbox</code>, many rows a statement. */
@ApplicationScoped
public class InboxTable implements Sequencing {

    /** How many waiting events of one aggregate are looked at in one transaction. */
    static final int WINDOW = 500;

    @Inject
    Database database;

    /** Locks the streams in their order, making those that are new, and says what is recorded of them. */
    Map<StreamKey, Sequence> lock(Collection<StreamKey> streams, List<HeardEvent> arrivals) {
        Map<StreamKey, Sequence> sequences = new HashMap<>();
        Object[] keys = columns(streams.stream().distinct().toList());
        database.update("""
                insert into inbox_stream (source, aggregate_type, aggregate_id)
                select * from unnest(?, ?, ?) as heard (source, aggregate_type, aggregate_id)
                order by source collate "C", aggregate_type collate "C", aggregate_id on conflict do nothing""", keys);
        database.query("""
                select source, aggregate_type, aggregate_id, last_seq, blocked_since is not null from inbox_stream
                where (source, aggregate_type, aggregate_id) in (select * from unnest(?, ?, ?))
                order by source collate "C", aggregate_type collate "C", aggregate_id for update""",
                StreamRow.class, keys)
                .forEach(stream -> sequences.put(stream.key(), sequence(stream.lastSeq, stream.isBlocked)));
        if (!arrivals.isEmpty()) {
            readRecorded(arrivals, sequences);
        }
        readWaiting(keys, sequences);
        return sequences;
    }

    @Override
    public Sequence sequence(long last, boolean blocked) {
        return new Sequence(last, blocked);
    }

    private void readRecorded(List<HeardEvent> arrivals, Map<StreamKey, Sequence> sequences) {
        database.query("""
                select source, aggregate_type, aggregate_id, seq, event_id from inbox
                where (source, aggregate_type, aggregate_id, seq) in (select * from unnest(?, ?, ?, ?))""",
                RecordedRow.class, column(arrivals, event -> event.stream().source(), String[]::new),
                column(arrivals, event -> event.stream().aggregateType(), String[]::new),
                column(arrivals, event -> event.stream().aggregateId(), UUID[]::new),
                column(arrivals, HeardEvent::seq, Long[]::new))
                .forEach(row -> sequences.get(row.key()).recorded(row.seq, row.eventId));
    }

    private void readWaiting(Object[] keys, Map<StreamKey, Sequence> sequences) {
        database.query("""
                select source, aggregate_type, aggregate_id, seq, event_id, type, occurred_at, trace_parent, payload
                from inbox_stream stream join inbox using (source, aggregate_type, aggregate_id)
                where (source, aggregate_type, aggregate_id) in (select * from unnest(?, ?, ?))
                  and state = 'pending' and blocked_since is null and seq > last_seq and seq <= last_seq + ?""",
                WaitingRow.class, keys[0], keys[1], keys[2], WINDOW)
                .forEach(row -> sequences.get(row.key()).waiting(row.event()));
    }

    /** Records events, or what became of those that waited. */
    void record(Map<HeardEvent, String> states) {
        if (states.isEmpty()) {
            return;
        }
        List<HeardEvent> events = List.copyOf(states.keySet());
        database.update("""
                insert into inbox (source, aggregate_type, aggregate_id, seq, event_id, type, occurred_at, trace_parent, payload,
                                   state, attempts, applied_at)
                select source, aggregate_type, aggregate_id, seq, event_id, type, occurred_at::timestamptz, trace_parent,
                       payload::jsonb, state, case state when 'pending' then 0 else 1 end,
                       case state when 'pending' then null else clock_timestamp() end
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as heard (source, aggregate_type, aggregate_id, seq, event_id, type,
                                                                   occurred_at, trace_parent, payload, state)
                on conflict (source, aggregate_type, aggregate_id, seq) do update
                set state = excluded.state, attempts = inbox.attempts + excluded.attempts, applied_at = excluded.applied_at,
                    error = null""",
                column(events, event -> event.stream().source(), String[]::new),
                column(events, event -> event.stream().aggregateType(), String[]::new),
                column(events, event -> event.stream().aggregateId(), UUID[]::new),
                column(events, HeardEvent::seq, Long[]::new),
                column(events, HeardEvent::eventId, UUID[]::new),
                column(events, HeardEvent::type, String[]::new),
                column(events, event -> event.occurredAt().toString(), String[]::new),
                column(events, HeardEvent::traceParent, String[]::new),
                column(events, HeardEvent::payload, String[]::new),
                column(events, states::get, String[]::new));
    }

    /** Keeps how far each stream has come, and which ones wait for an operator. */
    void advance(Map<StreamKey, Sequence> sequences) {
        List<StreamKey> streams = List.copyOf(sequences.keySet());
        Object[] keys = columns(streams);
        database.update("""
                update inbox_stream stream set last_seq = heard.last_seq,
                  blocked_since = case when heard.blocked then coalesce(stream.blocked_since, clock_timestamp()) end
                from unnest(?, ?, ?, ?, ?) as heard (source, aggregate_type, aggregate_id, last_seq, blocked)
                where stream.source = heard.source and stream.aggregate_type = heard.aggregate_type
                  and stream.aggregate_id = heard.aggregate_id
                  and (stream.last_seq <> heard.last_seq or (stream.blocked_since is not null) <> heard.blocked)""",
                keys[0], keys[1], keys[2],
                column(streams, key -> sequences.get(key).last(), Long[]::new),
                column(streams, key -> sequences.get(key).isBlocked(), Boolean[]::new));
    }

    /** Parks the event whose turn it is, and its aggregate with it. Call it in a transaction. */
    void park(StreamKey stream, String error) {
        database.update("""
                update inbox_stream set blocked_since = coalesce(blocked_since, clock_timestamp())
                where source = ? and aggregate_type = ? and aggregate_id = ?""", key(stream));
        database.update("""
                update inbox set state = 'parked', attempts = attempts + 1, error = ? from inbox_stream stream
                where stream.source = ? and stream.aggregate_type = ? and stream.aggregate_id = ?
                  and inbox.source = stream.source and inbox.aggregate_type = stream.aggregate_type
                  and inbox.aggregate_id = stream.aggregate_id and inbox.seq = stream.last_seq + 1
                  and state = 'pending'""", error, stream.source(), stream.aggregateType(), stream.aggregateId());
    }

    /**
     * Lets a blocked aggregate go on. Call it in a transaction.
     *
     * @return false when it is not blocked
     */
    boolean unblock(StreamKey stream) {
        boolean wasBlocked = database.update("""
                update inbox_stream set blocked_since = null
                where source = ? and aggregate_type = ? and aggregate_id = ? and blocked_since is not null""",
                key(stream)) == 1;
        database.update("""
                update inbox set state = 'pending' where state = 'parked'
                  and source = ? and aggregate_type = ? and aggregate_id = ?""", key(stream));
        return wasBlocked;
    }

    /** Streams whose next event is there and waits for no operator: what a crash between two transactions may leave. */
    public List<StreamKey> ready() {
        return database.query("""
                select source, aggregate_type, aggregate_id
                from inbox join inbox_stream stream using (source, aggregate_type, aggregate_id)
                where state = 'pending' and seq = last_seq + 1 and blocked_since is null limit ?""", StreamKey.class, WINDOW);
    }

    public boolean isBlocked(StreamKey stream) {
        return database.any("""
                select from inbox_stream
                where source = ? and aggregate_type = ? and aggregate_id = ? and blocked_since is not null""", key(stream));
    }

    /** Whether this very event is recorded under its number. */
    boolean has(HeardEvent event) {
        return database.any("""
                select from inbox where source = ? and aggregate_type = ? and aggregate_id = ? and seq = ? and event_id = ?""",
                event.stream().source(), event.stream().aggregateType(), event.stream().aggregateId(), event.seq(),
                event.eventId());
    }

    private static Object[] key(StreamKey stream) {
        return new Object[]{stream.source(), stream.aggregateType(), stream.aggregateId()};
    }

    private static Object[] columns(List<StreamKey> streams) {
        return new Object[]{column(streams, StreamKey::source, String[]::new),
                column(streams, StreamKey::aggregateType, String[]::new),
                column(streams, StreamKey::aggregateId, UUID[]::new)};
    }

    private static <T, C> C[] column(List<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private record StreamRow(String source, String aggregateType, UUID aggregateId, long lastSeq, boolean isBlocked) {

        private StreamKey key() {
            return new StreamKey(source, aggregateType, aggregateId);
        }
    }

    private record RecordedRow(String source, String aggregateType, UUID aggregateId, long seq, UUID eventId) {

        private StreamKey key() {
            return new StreamKey(source, aggregateType, aggregateId);
        }
    }

    private record WaitingRow(String source, String aggregateType, UUID aggregateId, long seq, UUID eventId, String type,
            Instant occurredAt, String traceParent, String payload) {

        private StreamKey key() {
            return new StreamKey(source, aggregateType, aggregateId);
        }

        private HeardEvent event() {
            return new HeardEvent(key(), seq, eventId, type, occurredAt, traceParent, payload);
        }
    }
}
