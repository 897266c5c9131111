package it.milanoaiuta.platform.due;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.platform.data.Database;

/**
 * Messages to people: decided exactly once for a cause, a person and a kind, in the transaction of the change; sent at least
 * once with a stable id (domain, Messages).
 */
@ApplicationScoped
public class Messages {

    private static final Logger LOG = Logger.getLogger(Messages.class);

    @Inject
    Database database;

    @Inject
    Instance<Courier> courier;

    /**
     * @param cause what it is about, for example the sign-up's id
     * @param person whom it is for: an opaque id of this service
     * @param kind closed-list code, for example <code>WAITING_PROMOTED</code>
     * @return false when it had been decided before
     */
    public boolean decide(UUID cause, UUID person, String kind) {
        return database.update("insert into message (cause, person, kind) values (?, ?, ?) on conflict do nothing",
                cause, person, kind) == 1;
    }

    /**
     * The same for many people at once, in one statement.
     *
     * @return how many had not been decided before
     */
    public int decide(UUID cause, Collection<UUID> people, String kind) {
        return database.update("""
                insert into message (cause, person, kind) select ?, person, ? from unnest(?) person on conflict do nothing""",
                cause, kind, people.toArray(UUID[]::new));
    }

    /** Sends a decided message. A service provides one bean; without one, messages wait. */
    public interface Courier {

        /**
         * @param id stable across attempts, for the channel's own de-duplication
         * @throws RuntimeException to be tried again later: after a minute, then twice as long each time, at most an hour
         */
        void send(UUID id, UUID cause, UUID person, String kind);
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void sendDue() {
        if (courier.isUnsatisfied()) {
            return;
        }
        for (Optional<Due> due = claim(); due.isPresent(); due = claim()) {
            send(due.get());
        }
    }

    private record Due(UUID id, UUID cause, UUID person, String kind, int attempt) {}

    /** Moves the next attempt into the future first: a process that dies while sending leaves the message to that attempt. */
    private Optional<Due> claim() {
        return database.first("""
                update message set claimed = clock_timestamp(), attempts = attempts + 1,
                  due_at = clock_timestamp() + least(interval '1 minute' * 2 ^ least(attempts, 10), interval '1 hour')
                where id = (select id from message where sent is null and due_at <= clock_timestamp()
                            order by due_at for update skip locked limit 1)
                returning id, cause, person, kind, attempts""",
                Due.class);
    }

    private void send(Due due) {
        try {
            courier.get().send(due.id, due.cause, due.person, due.kind);
            database.update("update message set sent = clock_timestamp() where id = ?", due.id);
        } catch (RuntimeException e) {
            // the class only: a mail server likes to repeat the address in its message
            LOG.warnf("Message %s (%s) was not sent at attempt %d: %s", due.id, due.kind, due.attempt, e.getClass().getName());
        }
    }
}
