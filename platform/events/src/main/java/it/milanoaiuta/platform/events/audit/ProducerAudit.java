package it.milanoaiuta.platform.events.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.events.Producers;
import it.milanoaiuta.platform.events.inbox.Handlers;
import it.milanoaiuta.platform.events.inbox.HeardRecord;
import it.milanoaiuta.platform.events.inbox.Inbox;
import it.milanoaiuta.platform.events.inbox.InboxTable;
import it.milanoaiuta.platform.events.stream.CloudEvent;
import it.milanoaiuta.platform.events.stream.OutageLog;
import it.milanoaiuta.platform.events.stream.ProducerApi;
import it.milanoaiuta.platform.events.stream.StreamAt;
import it.milanoaiuta.platform.events.stream.Streams;
import it.milanoaiuta.platform.events.stream.ToldEvent;

/**
 * Every minute asks each producer how far its streams are, and fetches what is missing here for over 60 s from its log. This
 * finds what Kafka lost, heals a consumer that was restored from a backup, and notices a producer that was.
 */
@ApplicationScoped
class ProducerAudit {

    private static final Logger LOG = Logger.getLogger(ProducerAudit.class);

    /** A stream's time of change is older than its commit by at most this; longer transactions there are none. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** For a page of what a producer tells; nobody waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, OutageLog> outages = new ConcurrentHashMap<>();
    private final Map<String, ProducerApi> clients = new ConcurrentHashMap<>();

    @Inject
    Database database;

    @Inject
    Handlers handlers;

    @Inject
    Producers producers;

    @Inject
    Inbox inbox;

    @Inject
    InboxTable table;

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void audit() {
        try {
            table.ready().forEach(inbox::drain);
        } catch (RuntimeException e) {
            outageOf("our own database").failed(e);
            return;
        }
        outageOf("our own database").over();
        handlers.topics().stream().collect(Collectors.groupingBy(CloudEvent::sourceOf)).forEach((source, topics) -> {
            try {
                producer(source).ifPresent(producer -> claim(source).ifPresent(comparedUntil -> {
                    audit(source, topics, producer, comparedUntil);
                    outageOf(source).over();
                }));
            } catch (RuntimeException e) {
                outageOf(source).failed(e);
            }
        });
    }

    /** Empty when the service's configuration does not name the producer. */
    private Optional<ProducerApi> producer(String source) {
        return Optional.ofNullable(clients.computeIfAbsent(source,
                any -> producers.of(source, ProducerApi.class, PATIENCE).orElse(null)));
    }

    private OutageLog outageOf(String source) {
        return outages.computeIfAbsent(source, any -> new OutageLog(LOG, "The audit cannot ask " + source));
    }

    /** One replica a minute: the time up to which the source was compared, or empty when it is another's turn. */
    private Optional<Instant> claim(String source) {
        return database.first("""
                insert into producer_audit as audit (source, claimed_at) values (?, clock_timestamp())
                on conflict (source) do update set claimed_at = excluded.claimed_at
                where audit.claimed_at < clock_timestamp() - interval '55 seconds'
                returning greatest(compared_until, '2000-01-01Z')""",
                Instant.class, source);
    }

    void audit(String source, List<String> topics, ProducerApi producer, Instant comparedUntil) {
        checkHistory(source, producer);
        Instant asOf = compare(source, topics, producer, comparedUntil.minus(OVERLAP));
        heal(source, producer);
        database.update("update producer_audit set compared_until = ? where source = ?", asOf, source);
        bookmark(source);
    }

    private Instant compare(String source, List<String> topics, ProducerApi producer, Instant changedSince) {
        String afterType = "";
        UUID afterId = BEFORE_ALL;
        Instant asOf = null;
        while (true) {
            Streams page = producer.streams(topics, changedSince, afterType, afterId);
            asOf = asOf == null ? page.asOf() : asOf;
            note(source, page.items());
            if (page.isLast()) {
                return asOf;
            }
            StreamAt last = page.items().get(page.items().size() - 1);
            afterType = last.aggregateType();
            afterId = last.aggregateId();
        }
    }

    /** Keeps which streams are behind, since when; and raises the alarm for those that are ahead of their producer. */
    private void note(String source, List<StreamAt> told) {
        String[] types = told.stream().map(StreamAt::aggregateType).toArray(String[]::new);
        UUID[] ids = told.stream().map(StreamAt::aggregateId).toArray(UUID[]::new);
        Long[] numbers = told.stream().map(StreamAt::lastSeq).toArray(Long[]::new);
        database.update("""
                insert into producer_gap as gap (source, aggregate_type, aggregate_id, told_seq)
                select ?, aggregate_type, aggregate_id, told.last_seq
                from unnest(?, ?, ?) as told (aggregate_type, aggregate_id, last_seq)
                left join (select * from inbox_stream where source = ?) heard using (aggregate_type, aggregate_id)
                where coalesce(heard.last_seq, 0) < told.last_seq
                on conflict (source, aggregate_type, aggregate_id)
                do update set told_seq = greatest(gap.told_seq, excluded.told_seq)""", source, types, ids, numbers, source);
        long ahead = database.first("""
                select count(*) from unnest(?, ?, ?) as told (aggregate_type, aggregate_id, last_seq)
                join inbox_stream heard using (aggregate_type, aggregate_id)
                where source = ? and heard.last_seq > told.last_seq + (
                  select count(*) from inbox where inbox.source = heard.source
                    and inbox.aggregate_type = heard.aggregate_type and inbox.aggregate_id = heard.aggregate_id
                    and inbox.seq > told.last_seq and received_at > clock_timestamp() - interval '1 minute')""",
                Long.class, types, ids, numbers, source).orElseThrow();
        if (ahead > 0) {
            historyLost(source, ahead + " aggregates are further here than there");
        }
    }

    private record Gap(String aggregateType, UUID aggregateId, long heardSeq) {}

    private void heal(String source, ProducerApi producer) {
        database.update("""
                delete from producer_gap gap using inbox_stream heard
                where gap.source = ? and heard.source = gap.source and heard.aggregate_type = gap.aggregate_type
                  and heard.aggregate_id = gap.aggregate_id and heard.last_seq >= told_seq""", source);
        List<Gap> gaps = database.query("""
                select aggregate_type, aggregate_id, coalesce(last_seq, 0) as heard
                from producer_gap left join inbox_stream using (source, aggregate_type, aggregate_id)
                where source = ? and since < clock_timestamp() - interval '60 seconds' and blocked_since is null
                order by since limit 1000""",
                Gap.class, source);
        for (Gap gap : gaps) {
            LOG.warnf("Fetching what is missing of %s %s after %d from %s", gap.aggregateType, gap.aggregateId, gap.heardSeq,
                    source);
            heal(producer, gap);
        }
    }

    private void heal(ProducerApi producer, Gap gap) {
        long from = gap.heardSeq + 1;
        for (List<ToldEvent> events = producer.events(gap.aggregateType, gap.aggregateId, from); !events
                .isEmpty(); events = producer
                        .events(gap.aggregateType, gap.aggregateId, from)) {
            inbox.take(events.stream().map(HeardRecord::of).toList());
            from = events.get(events.size() - 1).seq() + 1;
        }
    }

    private record Bookmark(String aggregateType, UUID aggregateId, long seq, UUID eventId) {}

    /** The newest event heard by the last pass is still in its producer's log, unless that was restored from a backup. */
    private void checkHistory(String source, ProducerApi producer) {
        database.first("""
                select bookmark_type, bookmark_id, bookmark_seq, bookmark_event from producer_audit
                where source = ? and bookmark_at > clock_timestamp() - interval '60 days'""",
                Bookmark.class, source).ifPresent(bookmark -> {
                    List<ToldEvent> told = producer.events(bookmark.aggregateType, bookmark.aggregateId, bookmark.seq);
                    if (told.isEmpty() || !told.get(0).eventId().equals(bookmark.eventId)) {
                        historyLost(source, "it no longer has event " + bookmark.eventId);
                    }
                });
    }

    private void bookmark(String source) {
        database.update("""
                update producer_audit set bookmark_type = aggregate_type, bookmark_id = aggregate_id, bookmark_seq = seq,
                  bookmark_event = event_id, bookmark_at = applied_at
                from (select * from inbox where source = ? and state in ('applied', 'ignored')
                        and applied_at > clock_timestamp() - interval '10 minutes'
                      order by applied_at desc limit 1) newest
                where producer_audit.source = ?""", source, source);
    }

    private void historyLost(String source, String why) {
        LOG.errorf("%s has lost history (restored from a backup?): %s", source, why);
        database.update("""
                update producer_audit set history_lost_at = coalesce(history_lost_at, clock_timestamp()) where source = ?""",
                source);
    }
}
