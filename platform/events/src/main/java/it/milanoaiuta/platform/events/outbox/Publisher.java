package it.milanoaiuta.platform.events.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

import it.milanoaiuta.platform.events.stream.OutageLog;
import it.milanoaiuta.platform.events.stream.ToldEvent;
import it.milanoaiuta.platform.events.stream.Topics;

/**
 * One Kafka producer, used until its first exception and then thrown away: after one nobody knows what of its queue is on
 * Kafka, and only a new one begins at the first row that is still in the outbox.
 */
class Publisher implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final OutageLog outage = new OutageLog(Logger.getLogger(Publisher.class), "Kafka acknowledges nothing");

    private final KafkaProducer<String, String> kafka;
    private final Topics topics;
    private final Set<String> ensured = new HashSet<>();
    private final Duration patience;

    Publisher(String servers, Topics topics, String source) {
        this(servers, topics, source, LONG);
    }

    /** @param patience how long Kafka may be silent before it is asked whether it still has the topics */
    Publisher(String servers, Topics topics, String source, Duration patience) {
        this.topics = topics;
        this.patience = patience;
        this.kafka = new KafkaProducer<>(config(servers, source), new StringSerializer(), new StringSerializer());
    }

    static Map<String, Object> config(String servers, String source) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                // a record given up in the middle would let those behind it overtake
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.CLIENT_ID_CONFIG, source + "-relay");
    }

    /**
     * Sends the events in their order and waits until Kafka has them all, however long that takes.
     *
     * @param wanted asked while waiting; when it turns false nothing is known of the events
     * @throws RuntimeException nothing is known of the events; this publisher is of no more use
     */
    List<Placed> publish(List<ToldEvent> events, BooleanSupplier wanted) {
        ensure(events.stream().map(ToldEvent::topic).collect(Collectors.toSet()));
        List<Future<RecordMetadata>> sent = events.stream().map(event -> kafka.send(record(event))).toList();
        List<Placed> placed = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            RecordMetadata acknowledged = await(sent.get(i), wanted);
            placed.add(new Placed(events.get(i).id(), acknowledged.partition(), acknowledged.offset()));
        }
        return placed;
    }

    private void ensure(Set<String> wanted) {
        if (!ensured.containsAll(wanted)) {
            topics.ensure(wanted);
            ensured.addAll(wanted);
        }
    }

    private RecordMetadata await(Future<RecordMetadata> sent, BooleanSupplier wanted) {
        long since = System.nanoTime();
        while (wanted.getAsBoolean()) {
            try {
                RecordMetadata acknowledged = sent.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
                outage.over();
                return acknowledged;
            } catch (TimeoutException notYet) { // look again whether anybody still waits for it
                if (System.nanoTime() - since > patience.toNanos()) {
                    topics.ensure(ensured); // a topic that Kafka has lost would be waited for without end
                    outage.failed(new TimeoutException("for over " + patience.toSeconds() + " s"));
                    since = System.nanoTime();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("Kafka refused an event: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        throw new IllegalStateException("This process no longer publishes the outbox");
    }

    private ProducerRecord<String, String> record(ToldEvent event) {
        var record = new ProducerRecord<>(topics.onKafka(event.topic()), event.aggregateId().toString(), event.payload());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** At once: what is still queued is in the outbox too. */
    @Override
    public void close() {
        kafka.close(Duration.ZERO);
    }
}
