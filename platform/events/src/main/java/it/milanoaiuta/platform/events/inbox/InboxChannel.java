package it.milanoaiuta.platform.events.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import it.milanoaiuta.platform.events.stream.OutageLog;
import it.milanoaiuta.platform.events.stream.Topics;

/**
 * The one channel from Kafka. It never refuses a record (rule 4): a refused one would close the consumer, or be skipped, or
 * be overtaken. Through an outage of the database it tries the same records again until they are applied.
 */
@ApplicationScoped
class InboxChannel {

    private static final Logger LOG = Logger.getLogger(InboxChannel.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);
    private static final String CHANNEL = "delivery";

    @Inject
    Taking inbox;

    @Inject
    Topics topics;

    @Inject
    Handlers handlers;

    @Inject
    KafkaClientService kafka;

    private final OutageLog outage = new OutageLog(LOG, "What is heard waits for the database");
    private final OutageLog topicsMissing = new OutageLog(LOG, "The topics are made when Kafka answers");
    private volatile boolean stopping;

    /** Before the connector opens the channel. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent starting) {
        HeardTopics.are(handlers.topics().stream().map(topics::onKafka).sorted().toList());
        Thread makingTopics = new Thread(this::makeTopics, "delivery-topics");
        makingTopics.setDaemon(true);
        makingTopics.start();
    }

    /** A topic nobody has written to yet is missing; the consumer finds it as soon as it is made. */
    private void makeTopics() {
        while (!stopping) {
            try {
                topics.ensure(handlers.topics());
                topicsMissing.over();
                return;
            } catch (RuntimeException e) {
                topicsMissing.failed(e);
                sleep(LONGEST_PAUSE);
            }
        }
    }

    @Incoming(CHANNEL)
    @Blocking
    void hear(ConsumerRecords<byte[], byte[]> records) {
        List<HeardRecord> arrivals = new ArrayList<>(records.count());
        records.forEach(record -> arrivals.add(arrival(record)));
        Duration pause = FIRST_PAUSE;
        while (!taken(arrivals)) {
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private boolean taken(List<HeardRecord> arrivals) {
        if (stopping) {
            throw new IllegalStateException("stopping; what is not committed is heard again at the next start");
        }
        try {
            inbox.take(arrivals);
            outage.over();
            return true;
        } catch (RuntimeException | Error e) {
            outage.failed(e);
            return false;
        }
    }

    private HeardRecord arrival(ConsumerRecord<byte[], byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "".getBytes(StandardCharsets.UTF_8) : header.value());
        }
        return new HeardRecord(topics.named(record.topic()), record.partition(), record.offset(), record.key(), headers,
                record.value());
    }

    private void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        if (kafka.getConsumerChannels().contains(CHANNEL)) {
            Consumer<?, ?> consumer = kafka.getConsumer(CHANNEL).unwrap();
            Thread ending = new Thread(() -> endWithoutKafka(consumer), "delivery-end");
            ending.setDaemon(true);
            ending.start();
        }
    }

    /** The connector's last commit would wait for the end of an outage of Kafka; what is not committed is heard again. */
    private void endWithoutKafka(Consumer<?, ?> consumer) {
        for (sleep(PATIENCE_AT_END); !Thread.currentThread().isInterrupted(); sleep(FIRST_PAUSE)) {
            consumer.wakeup();
        }
    }
}
