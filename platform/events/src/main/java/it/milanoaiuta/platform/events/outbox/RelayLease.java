package it.milanoaiuta.platform.events.outbox;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import it.milanoaiuta.platform.data.Database;

/**
 * One relay a database publishes at a time. The lease is judged by the database's clock, so a frozen leader loses it by
 * itself; it is renewed by a thread of its own, so a long outage of Kafka ousts nobody.
 */
@ApplicationScoped
public class RelayLease {

    static final Duration RENEWED_EVERY = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(RelayLease.class);
    private static final Duration LASTS = Duration.ofSeconds(5);

    @Inject
    Database database;

    private final String me = UUID.randomUUID().toString();
    private volatile boolean leading;
    private volatile long heldSince;

    /** Takes the lease when it is free, keeps it when it is ours. */
    void renew() {
        long asked = System.nanoTime(); // before asking: the database may grant it any time after
        boolean granted = database.update("""
                update relay_lease set holder = ?, until = clock_timestamp() + interval '5 seconds'
                where holder = ? or until < clock_timestamp()""", me, me) == 1;
        if (granted != leading) {
            LOG.info(granted ? "This process now publishes the outbox" : "Another process publishes the outbox");
        }
        heldSince = asked;
        leading = granted;
    }

    /** False as soon as the database may have given the lease to another, also when it cannot be asked. */
    public boolean isHeld() {
        return leading && System.nanoTime() - heldSince < LASTS.toNanos();
    }

    /** Lets another process take over at once. */
    void release() {
        leading = false;
        database.update("update relay_lease set until = '-infinity' where holder = ?", me);
    }
}
