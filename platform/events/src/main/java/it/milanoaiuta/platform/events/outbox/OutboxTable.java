package it.milanoaiuta.platform.events.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.events.stream.StreamAt;
import it.milanoaiuta.platform.events.stream.ToldEvent;

/** Rows told and not yet published, and their move into the log once Kafka has them. */
@ApplicationScoped
public class OutboxTable implements RelayedRows {

    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 4 * 1024 * 1024;
    private static final int HEALED_AT_ONCE = 20;

    /** Its first rows, at least one: a batch of the largest payloads would not fit the heap. */
    private static final String WITHIN_BATCH_BYTES = """
            select id, event_id, topic, aggregate_id, seq, type, dataschema, occurred_at, trace_parent, value from (
              select *, sum(octet_length(value)) over (order by id) - octet_length(value) as bytes_before
              from (%s) first) batch
            where bytes_before < ? order by id""";

    @Inject
    Database database;

    @Override
    public List<ToldEvent> unmoved() {
        return database.query(WITHIN_BATCH_BYTES.formatted("select *, payload::text as value from outbox order by id limit ?"),
                ToldEvent.class, BATCH, BATCH_BYTES);
    }

    @Override
    public void move(List<Placed> placed) {
        database.update("""
                with placed as (select * from unnest(?, ?, ?) as placed (id, kafka_partition, kafka_offset)),
                moved as (
                  delete from outbox using placed where outbox.id = placed.id
                  returning outbox.*, kafka_partition, kafka_offset)
                insert into event_log (id, event_id, topic, aggregate_type, aggregate_id, seq, type, dataschema, occurred_at,
                                       trace_parent, payload, kafka_partition, kafka_offset)
                select id, event_id, topic, aggregate_type, aggregate_id, seq, type, dataschema, occurred_at,
                       trace_parent, payload, kafka_partition, kafka_offset from moved""",
                placed.stream().map(Placed::id).toArray(Long[]::new),
                placed.stream().map(Placed::partition).toArray(Integer[]::new),
                placed.stream().map(Placed::offset).toArray(Long[]::new));
    }

    /**
     * A page of what was published of a topic, or of one aggregate of it, in the order of publication.
     *
     * @param after the last id of the page before
     */
    public List<ToldEvent> published(String topic, Optional<UUID> aggregate, long after) {
        return database.query(WITHIN_BATCH_BYTES.formatted("""
                select *, payload::text as value from event_log
                where topic = ? and id > ? and (?::uuid is null or aggregate_id = ?) order by id limit ?"""),
                ToldEvent.class, topic, after, aggregate.orElse(null), aggregate.orElse(null), BATCH, BATCH_BYTES);
    }

    /** How far the streams of these topics are that changed since, sorted by key; a page of them. */
    public List<StreamAt> streams(String[] topics, Instant changedSince, String afterType, UUID afterId, int limit) {
        return database.query("""
                select aggregate_type, aggregate_id, last_seq from outbox_stream
                where aggregate_type = any(?) and changed_at >= ? and (aggregate_type, aggregate_id) > (?, ?)
                order by aggregate_type, aggregate_id limit ?""",
                StreamAt.class, topics, changedSince, afterType, afterId, limit);
    }

    /** Events of one aggregate from a number on, published or still waiting for Kafka. */
    public List<ToldEvent> told(String topic, UUID aggregateId, long fromSeq) {
        return database.query("""
                select id, event_id, topic, aggregate_id, seq, type, dataschema, occurred_at, trace_parent, payload from (
                  select id, event_id, topic, aggregate_id, aggregate_type, seq, type, dataschema, occurred_at, trace_parent,
                         payload from event_log
                  union all
                  select id, event_id, topic, aggregate_id, aggregate_type, seq, type, dataschema, occurred_at, trace_parent,
                         payload from outbox) told
                where aggregate_type = ? and aggregate_id = ? and seq >= ? order by seq limit ?""",
                ToldEvent.class, topic, aggregateId, fromSeq, HEALED_AT_ONCE);
    }
}
