package it.milanoaiuta.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TestStackTest {

    private final TestStack stack = TestStack.get();

    @Test
    void a_fresh_database_is_empty_and_belongs_to_its_role() throws SQLException {
        TestStack.Database database = stack.freshDatabase("one_test");
        try (Connection connection = connect(database)) {
            connection.createStatement().execute("create table it_works (yes boolean)");
        }
        try (Connection connection = connect(stack.freshDatabase("one_test"))) {
            assertThrows(SQLException.class, () -> connection.createStatement().execute("select * from it_works"));
        }
    }

    @Test
    void the_extension_for_overlaps_is_there() throws SQLException {
        TestStack.Database database = stack.freshDatabase("extension_test");
        try (Connection connection = connect(database)) {
            connection.createStatement().execute("create extension btree_gist");
        }
    }

    @Test
    void a_role_reaches_no_other_database() {
        TestStack.Database mine = stack.freshDatabase("mine");
        TestStack.Database other = stack.freshDatabase("other");
        assertThrows(SQLException.class, () -> DriverManager.getConnection(other.url(), mine.user(), mine.password()));
    }

    @Test
    void a_wrong_password_is_refused() {
        TestStack.Database database = stack.freshDatabase("guarded");
        assertThrows(SQLException.class, () -> DriverManager.getConnection(database.url(), database.user(), "wrong"));
    }

    @Test
    void what_is_sent_to_kafka_is_read_back() throws Exception {
        String topic = "test-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", stack.kafkaBootstrapServers()),
                new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "sent")).get();
        }
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", stack.kafkaBootstrapServers(), "group.id",
                        topic, "auto.offset.reset", "earliest"),
                new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            assertEquals("sent", consumer.poll(Duration.ofSeconds(20)).iterator().next().value());
        }
    }

    @Test
    void only_the_owner_reads_the_file_that_holds_the_passwords() throws Exception {
        Path file = Project.root().resolve("target/test-stack.json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(Files.readString(file).contains("postgresPassword"));
    }

    private static Connection connect(TestStack.Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
