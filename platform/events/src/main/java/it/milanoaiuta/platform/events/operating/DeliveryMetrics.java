package it.milanoaiuta.platform.events.operating;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.data.SqlFailure;
import it.milanoaiuta.platform.events.outbox.RelayLease;

/** How delivery fares, read from the tables every 15 s and not at each scrape. */
@ApplicationScoped
class DeliveryMetrics {

    private static final Logger LOG = Logger.getLogger(DeliveryMetrics.class);

    /** What is read at once; ages in seconds. */
    private record Figures(long outboxDepth, double outboxAge, long pending, double pendingAge, long parked, long quarantined,
            long historyLost) {}

    private record Shown(String name, String says, ToDoubleFunction<Figures> figure) {}

    private static final List<Shown> GAUGES = List.of(
            new Shown("delivery.outbox.depth", "events told and not yet on Kafka", Figures::outboxDepth),
            new Shown("delivery.outbox.age.seconds", "age of the oldest of them", Figures::outboxAge),
            new Shown("delivery.inbox.pending", "events that wait for their forerunner", Figures::pending),
            new Shown("delivery.lag.seconds", "how long the longest has waited, here or at its producer", Figures::pendingAge),
            new Shown("delivery.inbox.parked", "aggregates that wait for an operator", Figures::parked),
            new Shown("delivery.quarantine.open", "records in quarantine", Figures::quarantined),
            new Shown("delivery.producers.history.lost", "producers that lost history", Figures::historyLost));

    private static final String FIGURES = """
            select (select count(*) from outbox) as outbox_depth,
              (select coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)::float8 from outbox) as outbox_age,
              (select count(*) from inbox where state = 'pending') as pending,
              (select coalesce(extract(epoch from clock_timestamp() - least(
                 (select min(received_at) from inbox where state = 'pending'),
                 (select min(since) from producer_gap))), 0)::float8) as pending_age,
              (select count(*) from inbox_stream where blocked_since is not null) as parked,
              (select count(*) from quarantine where resolved_at is null) as quarantined,
              (select count(*) from producer_audit where history_lost_at is not null) as history_lost""";

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    @Inject
    RelayLease lease;

    /** Empty while they are unknown, which is not zero. */
    private volatile Optional<Figures> figures = Optional.empty();

    void register(@Observes StartupEvent started) {
        GAUGES.forEach(gauge -> Gauge.builder(gauge.name, () -> figures.map(gauge.figure::applyAsDouble).orElse(Double.NaN))
                .description(gauge.says).register(meters));
        Gauge.builder("delivery.relay.leading", () -> lease.isHeld() ? 1 : 0)
                .description("1 in the one process that publishes the outbox").register(meters);
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void read() {
        try {
            figures = database.first(FIGURES, Figures.class);
        } catch (SqlFailure e) {
            figures = Optional.empty();
            LOG.debugf("No figures of delivery: %s", e.getMessage());
        }
    }
}
