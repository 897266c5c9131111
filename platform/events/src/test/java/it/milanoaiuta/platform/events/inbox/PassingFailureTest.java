package it.milanoaiuta.platform.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.data.SqlFailure;
import it.milanoaiuta.platform.events.Eventually;
import it.milanoaiuta.platform.events.PlacesHeard;
import it.milanoaiuta.platform.events.stream.CloudEvent;
import it.milanoaiuta.platform.events.stream.StreamKey;
import it.milanoaiuta.platform.events.stream.Topics;

/**
 * What passes by itself in a handler is tried again where it stands: nothing is parked, nothing is quarantined, nothing
 * behind it overtakes.
 */
@QuarkusTest
@Timeout(120)
class PassingFailureTest {

    private static final AtomicInteger OFFSETS = new AtomicInteger(1_000_000);

    @Inject
    Inbox inbox;

    @Inject
    InboxChannel channel;

    @Inject
    Topics topics;

    @Inject
    Database database;

    @Inject
    Quarantine quarantine;

    @Inject
    AgroalDataSource dataSource;

    private UUID place = UUID.randomUUID();

    @AfterEach
    void calm() {
        PlacesHeard.meanwhile = any -> {
        };
    }

    /** Lets something happen in the middle of every handling of this test's place. */
    private void meanwhile(Runnable happens) {
        UUID mine = place;
        PlacesHeard.meanwhile = any -> {
            if (any.equals(mine)) {
                happens.run();
            }
        };
    }

    private HeardRecord taken(long seq) {
        String id = new UUID(place.getMostSignificantBits(), seq).toString();
        Map<String, String> headers = Map.of(CloudEvent.SPEC_VERSION, "1.0", CloudEvent.ID, id, CloudEvent.SOURCE, "test",
                CloudEvent.AGGREGATE_TYPE, "test.places", CloudEvent.TYPE, "PlaceTaken.v1", CloudEvent.SUBJECT,
                place.toString(), CloudEvent.TIME, "2026-11-21T10:00:00Z",
                CloudEvent.SEQUENCE, Long.toString(seq), CloudEvent.CONTENT_TYPE, "application/json");
        Map<String, byte[]> bytes = new HashMap<>();
        headers.forEach((name, value) -> bytes.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return new HeardRecord("test.places", 0, OFFSETS.incrementAndGet(), place.toString().getBytes(StandardCharsets.UTF_8),
                bytes, ("{\"placeId\": \"" + place + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private List<Long> effects() {
        return database.query("select seq from effect where aggregate_id = ? order by at, seq", Long.class, place);
    }

    private void assertNothingIsParkedOrQuarantined() {
        assertThat(database.query("select 1 from inbox_stream where aggregate_id = ? and blocked_since is not null",
                Integer.class, place)).as("blocked").isEmpty();
        assertThat(database.query("select 1 from inbox where aggregate_id = ? and state = 'parked'", Integer.class, place))
                .as("parked").isEmpty();
        assertThat(quarantine.open().stream().noneMatch(entry -> place.toString().equals(entry.key()))).as("quarantined")
                .isTrue();
    }

    /** Fails while the cause is there, and everything is applied in order as soon as it is gone. */
    private void waitsFor(String sqlState) {
        List<HeardRecord> arrivals = List.of(taken(1), taken(2));
        RuntimeException failure = catchThrowableOfType(RuntimeException.class, () -> inbox.take(arrivals));
        assertThat(SqlFailure.stateOf(failure)).isEqualTo(sqlState);
        assertNothingIsParkedOrQuarantined();
        assertThat(effects()).isEmpty();

        calm();
        inbox.take(arrivals);
        assertThat(effects()).isEqualTo(List.of(1L, 2L));
        assertNothingIsParkedOrQuarantined();
    }

    private UUID row() {
        UUID row = UUID.randomUUID();
        database.update("insert into place (id, capacity) values (?, 1)", row);
        return row;
    }

    private void lock(UUID row) {
        database.query("select 1 from place where id = ? for update", Integer.class, row);
    }

    private static void lock(Connection other, UUID row) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute("select 1 from place where id = '" + row + "' for update");
        }
    }

    private void otherwise(Consumer<Connection> does) throws SQLException {
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            try {
                does.accept(other);
            } finally {
                other.rollback();
                other.setAutoCommit(true);
            }
        }
    }

    @Test
    void a_lock_that_is_not_got_in_time() throws SQLException {
        UUID row = row();
        meanwhile(() -> {
            database.update("set local lock_timeout = '200ms'");
            lock(row);
        });
        otherwise(other -> {
            try {
                lock(other, row);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            waitsFor("55P03");
        });
    }

    @Test
    void a_statement_that_takes_too_long() {
        meanwhile(() -> {
            database.update("set local statement_timeout = '200ms'");
            database.query("select 1 from pg_sleep(60)", Integer.class);
        });
        waitsFor("57014");
    }

    @Test
    void a_connection_that_the_server_ends() {
        meanwhile(() -> database.query("select 1 from pg_terminate_backend(pg_backend_pid())", Integer.class));
        waitsFor("57P01");
    }

    /** Whom of the two the server picks is its affair; here it has to be the handler, once. */
    @Test
    void a_deadlock() throws Exception {
        boolean handlerLost = false;
        for (int round = 0; round < 20 && !handlerLost; round++) {
            handlerLost = deadlockOnce();
            assertNothingIsParkedOrQuarantined();
            assertThat(effects()).isEqualTo(List.of(1L));
            place = UUID.randomUUID();
        }
        assertThat(handlerLost).as("the handler never was the victim").isTrue();
    }

    private boolean deadlockOnce() throws Exception {
        UUID first = row();
        UUID second = row();
        List<String> states = new CopyOnWriteArrayList<>();
        meanwhile(() -> {
            try {
                lock(second);
                lock(first);
            } catch (SqlFailure e) {
                states.add(SqlFailure.stateOf(e));
                throw e;
            }
        });
        CompletableFuture<Void> hearing = new CompletableFuture<>();
        otherwise(other -> {
            try {
                lock(other, first);
                hearing.completeAsync(() -> {
                    hear(1);
                    return null;
                });
                Eventually.holds("the handler waits", this::somebodyWaits);
                lock(other, second);
            } catch (SQLException e) {
                assertThat(e.getSQLState()).isEqualTo("40P01");
            }
        });
        Eventually.holds("it is applied at last", () -> effects().equals(List.of(1L)));
        hearing.join();
        return states.contains("40P01");
    }

    private boolean somebodyWaits() {
        return !database.query("select 1 from pg_locks where not granted", Integer.class).isEmpty();
    }

    @Test
    void a_row_that_somebody_else_changed_first() {
        AtomicInteger times = new AtomicInteger();
        meanwhile(() -> {
            if (times.incrementAndGet() <= 4) {
                throw new OptimisticLockException("changed meanwhile");
            }
        });
        hear(1);
        assertThat(effects()).isEqualTo(List.of(1L));
        assertNothingIsParkedOrQuarantined();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "57014", "57P01", "57P02", "57P03", "53100", "53200", "53300", "08003",
            "08006", "58000", "58030", "25006"})
    void every_state_that_passes(String state) {
        meanwhile(() -> raise(state));
        waitsFor(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "23514", "42P01", "P0001"})
    void a_state_that_does_not_pass_parks_its_aggregate(String state) {
        meanwhile(() -> raise(state));
        inbox.take(List.of(taken(1)));
        assertThat(database.query("select 1 from inbox where aggregate_id = ? and state = 'parked'", Integer.class, place))
                .hasSize(1);
        calm();
        inbox.retry(new StreamKey("test", "test.places", place));
        assertThat(effects()).isEqualTo(List.of(1L));
    }

    /** Two handlers that make the same missing row: the one that comes second finds it when it tries again. */
    @Test
    void a_race_lost_once_for_a_row_that_was_missing_parks_nothing() {
        AtomicInteger times = new AtomicInteger();
        meanwhile(() -> {
            if (times.incrementAndGet() <= 2) { // with the others of its batch, and once alone
                raise("23505");
            }
        });
        inbox.take(List.of(taken(1)));
        assertThat(effects()).isEqualTo(List.of(1L));
        assertNothingIsParkedOrQuarantined();
    }

    private void raise(String state) {
        database.update("do $$ begin raise exception 'by a test' using errcode = '" + state + "'; end $$");
    }

    @Test
    void an_outage_is_told_once_when_it_begins_and_once_when_it_is_over() {
        List<String> told = new CopyOnWriteArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getThrown() != null || line.getLevel().intValue() >= Level.INFO.intValue()) {
                    told.add(line.getLevel() + (line.getThrown() == null ? "" : " with a stack"));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(InboxChannel.class.getName());
        log.addHandler(ear);
        try {
            AtomicInteger times = new AtomicInteger();
            meanwhile(() -> {
                if (times.incrementAndGet() <= 8) {
                    raise("57P03");
                }
            });
            hear(1);
            assertThat(effects()).isEqualTo(List.of(1L));
            assertThat(told).hasSize(2);
            assertThat(told.stream().allMatch(line -> line.matches("WARN(ING)?"))).as(told.toString()).isTrue();
        } finally {
            log.removeHandler(ear);
        }
    }

    @Test
    void a_broken_handler_parks_its_aggregate_and_does_not_stop_the_others() {
        meanwhile(() -> {
            throw new NoClassDefFoundError("by a test");
        });
        hear(1);
        assertThat(database.query("select 1 from inbox where aggregate_id = ? and state = 'parked'", Integer.class, place))
                .hasSize(1);
    }

    /** As it comes from Kafka; returns when it is applied, however often that takes. */
    private void hear(long seq) {
        HeardRecord arrival = taken(seq);
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(topics.onKafka("test.places"), 0, arrival.offset(),
                arrival.key(), arrival.value());
        arrival.headers().forEach((name, value) -> record.headers().add(name, value));
        channel.hear(new ConsumerRecords<>(Map.of(new TopicPartition(record.topic(), 0), List.of(record)), Map.of()));
    }
}
