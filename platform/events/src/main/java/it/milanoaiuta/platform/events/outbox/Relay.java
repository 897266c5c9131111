package it.milanoaiuta.platform.events.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import it.milanoaiuta.platform.events.stream.DeliveryConfig;
import it.milanoaiuta.platform.events.stream.OutageLog;
import it.milanoaiuta.platform.events.stream.ToldEvent;
import it.milanoaiuta.platform.events.stream.Topics;

/**
 * Publishes the outbox (rule 2): the leader sends the oldest unmoved rows in order, and moves them to the log when Kafka has
 * them. Whatever fails, it begins again from the table: an event may be sent twice, none is lost, and no event is sent for
 * the first time before its forerunners were.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    @Inject
    DeliveryConfig config;

    @Inject
    RelayLease lease;

    @Inject
    RelayedRows outbox;

    @Inject
    Topics topics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private final OutageLog outage = new OutageLog(LOG, "The outbox is not published");
    private final OutageLog leaseOutage = new OutageLog(LOG, "The relay's lease cannot be renewed");
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread publishing = new Thread(this::publishWhileLeading, "delivery-relay");
    private final Thread leasing = new Thread(this::renewLease, "delivery-lease");
    private volatile boolean stopping;

    void start(@Observes StartupEvent started) {
        publishing.setDaemon(true);
        leasing.setDaemon(true);
        publishing.start();
        leasing.start();
    }

    /** Says that events were committed just now; without it they are found at the next poll. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    boolean isRunning() {
        return publishing.isAlive() && leasing.isAlive();
    }

    private void publishWhileLeading() {
        while (!stopping) {
            if (!lease.isHeld()) {
                pause(POLL);
                continue;
            }
            try (Publisher publisher = new Publisher(servers, topics, config.source())) {
                while (isLeading()) {
                    publishNext(publisher);
                }
            } catch (RuntimeException e) {
                if (isLeading()) {
                    outage.failed(e);
                }
                if (!stopping) {
                    pause(AFTER_FAILURE);
                }
            }
        }
    }

    private void publishNext(Publisher publisher) {
        List<ToldEvent> events = outbox.unmoved();
        if (events.isEmpty()) {
            pause(POLL);
        } else {
            outbox.move(publisher.publish(events, this::isLeading));
            outage.over();
        }
    }

    private boolean isLeading() {
        return !stopping && lease.isHeld();
    }

    private void renewLease() {
        while (!stopping) {
            try {
                lease.renew();
                leaseOutage.over();
            } catch (RuntimeException e) {
                leaseOutage.failed(e);
            }
            try {
                Thread.sleep(RelayLease.RENEWED_EVERY.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pause(Duration atMost) {
        try {
            wakeUps.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
            wakeUps.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (stopping) {
            return;
        }
        stopping = true;
        wake();
        leasing.interrupt();
        try {
            publishing.join(5_000);
            leasing.join(1_000);
            lease.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.infof("The lease ends by itself: %s", e.getMessage());
        }
    }
}
