package it.milanoaiuta.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
            assertThatThrownBy(() -> connection.createStatement().execute("select * from it_works"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void the_extension_for_overlaps_is_there() throws SQLException {
        TestStack.Database database = stack.freshDatabase("extension_test");
        try (Connection connection = connect(database)) {
            connection.createStatement().execute("create extension btree_gist");
        }
    }

    /** The owner of a table switches its triggers off, empties it or drops it; the owner of a schema drops all in it. */
    @Test
    void what_the_guard_keeps_is_only_added_to() throws SQLException {
        TestStack.Database database = stack.freshDatabase("kept_test");
        try (Connection connection = connect(database); Statement service = connection.createStatement()) {
            service.execute("create table record (number bigint generated always as identity primary key, what text)");
            service.execute("insert into record (what) values ('read')");
            service.execute("select guard.keep('record')");
            service.execute("select guard.keep('record')");
            service.execute("insert into record (what) values ('read again')");
            for (String undone : List.of("update record set what = ''", "delete from record", "truncate record",
                    "drop table record", "alter table record disable trigger all", "drop trigger append_only on record",
                    "alter table record owner to kept_test", "drop schema guard cascade", "drop schema public cascade",
                    "create or replace function guard.refuse() returns trigger language plpgsql as 'begin return null; end'",
                    "set role kept_test_guard", "grant kept_test_guard to kept_test",
                    "alter schema public owner to kept_test")) {
                assertThatThrownBy(() -> service.execute(undone)).as(undone).isInstanceOf(SQLException.class);
            }
            try (ResultSet rows = service.executeQuery("select count(*) from record")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(2);
            }
        }
    }

    @Test
    void a_role_reaches_no_other_database() {
        TestStack.Database mine = stack.freshDatabase("mine");
        TestStack.Database other = stack.freshDatabase("other");
        assertThatThrownBy(() -> DriverManager.getConnection(other.url(), mine.user(), mine.password()))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void a_wrong_password_is_refused() {
        TestStack.Database database = stack.freshDatabase("guarded");
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "wrong"))
                .isInstanceOf(SQLException.class);
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
            assertThat(consumer.poll(Duration.ofSeconds(20)).iterator().next().value()).isEqualTo("sent");
        }
    }

    @Test
    void only_the_owner_reads_the_file_that_holds_the_passwords() throws Exception {
        Path file = Project.root().resolve("target/test-stack.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("postgresPassword");
    }

    private static Connection connect(TestStack.Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
