package it.milanoaiuta.platform.events.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.events.stream.ToldEvent;
import it.milanoaiuta.platform.events.stream.Topics;

@QuarkusTest
class PublisherTest {

    @Inject
    Topics topics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private final UUID place = UUID.randomUUID();

    private ToldEvent told(long seq) {
        return new ToldEvent(seq, UUID.randomUUID(), "test.lost", place, seq, "PlaceTaken.v1", "", Instant.now(), null, "{}");
    }

    /** As the relay does: after an exception with another publisher. */
    private List<Placed> published(Publisher first, ToldEvent event) {
        try {
            return first.publish(List.of(event), () -> true);
        } catch (RuntimeException nothingIsKnown) {
            try (Publisher another = new Publisher(servers, topics, "test")) {
                return another.publish(List.of(event), () -> true);
            }
        }
    }

    /** Its disk was lost, or somebody deleted the topic: to wait for it would be to wait without end. */
    @Test
    void a_topic_that_kafka_lost_is_made_again_and_publication_goes_on() throws Exception {
        try (Publisher publisher = new Publisher(servers, topics, "test", Duration.ofSeconds(1));
                Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            publisher.publish(List.of(told(1)), () -> true);
            admin.deleteTopics(List.of(topics.onKafka("test.lost"))).all().get();
            assertThat(CompletableFuture.supplyAsync(() -> offsetsUpToTheFirst(publisher)).get(60, TimeUnit.SECONDS))
                    .as("the first of a new topic").endsWith(0L);
        }
    }

    /** Kafka answers before the old topic is gone: what is published in that moment still lands there. */
    private List<Long> offsetsUpToTheFirst(Publisher publisher) {
        List<Long> offsets = new ArrayList<>();
        Instant patience = Instant.now().plusSeconds(50);
        for (long seq = 2; !offsets.contains(0L) && Instant.now().isBefore(patience); seq++) {
            published(publisher, told(seq)).forEach(placed -> offsets.add(placed.offset()));
        }
        return offsets;
    }

    @Test
    void who_no_longer_leads_waits_for_nothing() throws Exception {
        try (Publisher publisher = new Publisher(servers, topics, "test")) {
            var published = CompletableFuture.supplyAsync(() -> publisher.publish(List.of(told(1)), () -> false));
            assertThat(published.handle((placed, failure) -> failure != null).get(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
