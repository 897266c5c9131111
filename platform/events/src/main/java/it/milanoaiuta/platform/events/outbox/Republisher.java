package it.milanoaiuta.platform.events.outbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import it.milanoaiuta.platform.events.stream.ToldEvent;
import it.milanoaiuta.platform.events.stream.Topics;

/** Publishes again what is in the log, in its order; whoever heard it before takes it for the duplicate it is. */
@ApplicationScoped
public class Republisher {

    private static final Logger LOG = Logger.getLogger(Republisher.class);

    @Inject
    OutboxTable outbox;

    @Inject
    Topics topics;

    @Inject
    ManagedExecutor executor;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private volatile boolean stopping;

    public void start(String topic, Optional<UUID> aggregate) {
        executor.execute(() -> republish(topic, aggregate));
    }

    private void republish(String topic, Optional<UUID> aggregate) {
        long count = 0;
        try (Publisher publisher = new Publisher(servers, topics, "republish")) {
            List<ToldEvent> events = outbox.published(topic, aggregate, 0);
            while (!events.isEmpty() && !stopping) {
                publisher.publish(events, () -> !stopping);
                count += events.size();
                events = outbox.published(topic, aggregate, events.get(events.size() - 1).id());
            }
            LOG.infof("Published %d events of %s again", count, topic);
        } catch (RuntimeException e) {
            LOG.errorf("Publishing %s again ended after %d events: %s", topic, count, e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }
}
