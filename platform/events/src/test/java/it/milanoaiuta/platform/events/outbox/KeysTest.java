package it.milanoaiuta.platform.events.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.AppInfoParser;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import it.milanoaiuta.platform.events.stream.CloudEvent;
import it.milanoaiuta.platform.events.stream.Topics;

/** Each of these keys, left to its default, loses events or ends the consumer: what is effective is what is meant. */
@QuarkusTest
class KeysTest {

    private static final String CHANNEL = "mp.messaging.incoming.delivery.";

    @Inject
    KafkaClientService kafka;

    @Inject
    Config config;

    @Inject
    Topics topics;

    @Inject
    AgroalDataSource dataSource;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private static void are(Map<String, ?> expected, Map<String, ?> effective) {
        Map<String, Object> compared = new TreeMap<>(effective);
        compared.keySet().retainAll(expected.keySet());
        System.out.println("effective: " + compared);
        assertThat(compared).isEqualTo(new TreeMap<>(expected));
    }

    @Test
    void of_the_consumer() {
        Properties asked = new Properties();
        asked.putAll(kafka.getConsumer("delivery").configuration());
        are(Map.ofEntries(
                Map.entry("auto.offset.reset", "earliest"),
                Map.entry("enable.auto.commit", false),
                Map.entry("allow.auto.create.topics", false),
                Map.entry("max.poll.records", 500),
                Map.entry("fetch.max.bytes", 8 * 1024 * 1024),
                Map.entry("session.timeout.ms", 10_000),
                Map.entry("heartbeat.interval.ms", 3_000),
                Map.entry("default.api.timeout.ms", Integer.MAX_VALUE),
                Map.entry("auto.commit.interval.ms", 1_000),
                Map.entry("partition.assignment.strategy", List.of(CooperativeStickyAssignor.class.getName()))),
                new ConsumerConfig(asked).values());
        assertThat(asked.get("key.deserializer")).isEqualTo(ByteArrayDeserializer.class.getName());
        assertThat(asked.get("value.deserializer")).isEqualTo(ByteArrayDeserializer.class.getName());
    }

    @Test
    void of_the_channel() {
        Map<String, String> expected = Map.ofEntries(
                Map.entry("cloud-events", "false"),
                Map.entry("commit-strategy", "throttled"),
                Map.entry("throttled.unprocessed-record-max-age.ms", "0"),
                Map.entry("poll-timeout", "100"),
                Map.entry("auto.commit.interval.ms", "1000"),
                Map.entry("batch", "true"),
                Map.entry("tracing-enabled", "false"),
                Map.entry("topics", topics.onKafka("test.places")));
        Map<String, String> effective = new TreeMap<>();
        expected.keySet().forEach(key -> effective.put(key, config.getValue(CHANNEL + key, String.class)));
        are(expected, effective);
    }

    @Test
    void of_the_relay() {
        Properties asked = new Properties();
        asked.putAll(Publisher.config(servers, "test"));
        asked.put("key.serializer", StringSerializer.class.getName());
        asked.put("value.serializer", StringSerializer.class.getName());
        Map<String, ?> effective = new ProducerConfig(asked).values();
        are(Map.of(
                "acks", "-1",
                "enable.idempotence", true,
                "delivery.timeout.ms", Integer.MAX_VALUE,
                "retries", Integer.MAX_VALUE,
                "max.block.ms", 10_000L,
                "linger.ms", 0L), effective);
        assertThat((int) effective.get("max.in.flight.requests.per.connection") <= 5).as("more would lose the order").isTrue();
        assertThat((int) effective.get("max.request.size") > 2 * CloudEvent.MAX_BYTES).as("every event fits").isTrue();
    }

    /** 4.1.1 lacks KAFKA-19012: records can land in the wrong topic when brokers disconnect. */
    @Test
    void of_the_client_the_version() {
        assertThat(AppInfoParser.getVersion()).isEqualTo("4.1.2");
    }

    @Test
    void of_the_topics() throws Exception {
        topics.ensure(List.of("test.places"));
        String name = topics.onKafka("test.places");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            TopicDescription topic = admin.describeTopics(List.of(name)).topicNameValues().get(name).get();
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
            var settings = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertThat(topic.partitions()).hasSize(6);
            assertThat(settings.get("retention.ms").value()).isEqualTo("-1");
            assertThat(settings.get("cleanup.policy").value()).isEqualTo("delete");
            assertThat(settings.get("min.insync.replicas").value()).isEqualTo("1");
        }
    }

    @Test
    void of_the_database() {
        var pool = dataSource.getConfiguration().connectionPoolConfiguration();
        Properties driver = pool.connectionFactoryConfiguration().jdbcProperties();
        assertThat(pool.acquisitionTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(pool.validateOnBorrow()).isTrue();
        are(Map.of("connectTimeout", "5", "socketTimeout", "30", "tcpKeepAlive", "true", "options",
                "-c idle_in_transaction_session_timeout=60s"), strings(driver));
    }

    private static Map<String, String> strings(Properties properties) {
        Map<String, String> strings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> strings.put(name, properties.getProperty(name)));
        return strings;
    }
}
