package it.milanoaiuta.platform.events.operating;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** Column of {@link #FIGURES}, name of the gauge, what it says. */
    private static final List<List<String>> GAUGES = List.of(
            List.of("outbox_depth", "delivery.outbox.depth", "events told and not yet on Kafka"),
            List.of("outbox_age", "delivery.outbox.age.seconds", "age of the oldest of them"),
            List.of("pending", "delivery.inbox.pending", "events that wait for their forerunner"),
            List.of("pending_age", "delivery.lag.seconds", "how long the longest has waited, here or at its producer"),
            List.of("parked", "delivery.inbox.parked", "aggregates that wait for an operator"),
            List.of("quarantined", "delivery.quarantine.open", "records in quarantine"),
            List.of("history_lost", "delivery.producers.history.lost", "producers that lost history"));

    private static final String FIGURES = """
            select (select count(*) from outbox) as outbox_depth,
              (select coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0) from outbox) as outbox_age,
              (select count(*) from inbox where state = 'pending') as pending,
              (select coalesce(extract(epoch from clock_timestamp() - least(
                 (select min(received_at) from inbox where state = 'pending'),
                 (select min(since) from producer_gap))), 0)) as pending_age,
              (select count(*) from inbox_stream where blocked_since is not null) as parked,
              (select count(*) from quarantine where resolved_at is null) as quarantined,
              (select count(*) from producer_audit where history_lost_at is not null) as history_lost""";

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    @Inject
    RelayLease lease;

    private volatile Map<String, Double> figures = Map.of();

    void register(@Observes StartupEvent started) {
        for (List<String> gauge : GAUGES) {
            Gauge.builder(gauge.get(1), () -> figures.getOrDefault(gauge.get(0), Double.NaN)).description(gauge.get(2))
                    .register(meters);
        }
        Gauge.builder("delivery.relay.leading", () -> lease.isHeld() ? 1 : 0)
                .description("1 in the one process that publishes the outbox").register(meters);
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void read() {
        try {
            figures = database.first(FIGURES, row -> {
                Map<String, Double> read = new HashMap<>();
                for (List<String> gauge : GAUGES) {
                    read.put(gauge.get(0), row.getDouble(gauge.get(0)));
                }
                return Map.copyOf(read);
            }).orElseThrow();
        } catch (SqlFailure e) {
            figures = Map.of(); // NaN: unknown is not zero
            LOG.debugf("No figures of delivery: %s", e.getMessage());
        }
    }
}
