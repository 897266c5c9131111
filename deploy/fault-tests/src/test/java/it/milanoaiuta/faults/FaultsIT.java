package it.milanoaiuta.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import it.milanoaiuta.local.OwnPlatform;

/** The long programme, each part followed by the oracle. */
@Tag("faults")
class FaultsIT {

    private static final int TIMES = 20;
    private static OwnPlatform servers;

    @BeforeAll
    static void start() {
        servers = Servers.start();
    }

    @AfterAll
    static void end() {
        servers.close();
    }

    private interface Fault {
        void happen(City city) throws Exception;
    }

    private static void survives(Fault fault) throws Exception {
        try (City city = new City(servers, Long.getLong("seed", System.nanoTime()), Map.of())) {
            city.eventsGoOn();
            fault.happen(city);
            city.eventsGoOn();
            city.verify();
        }
    }

    @Test
    void the_leading_relay_is_killed_twenty_times() throws Exception {
        survives(city -> {
            for (int i = 0; i < TIMES; i++) {
                city.leader().kill();
                city.eventsGoOn();
            }
        });
    }

    @Test
    void a_consumer_is_killed_twenty_times() throws Exception {
        survives(city -> {
            for (int i = 0; i < TIMES; i++) {
                Replica killed = city.anyConsumer();
                killed.kill();
                Poll.until("it is back", City.START, killed::isHealthy);
                city.eventsGoOn();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "postgres"})
    void a_server_is_killed_twenty_times(String part) throws Exception {
        survives(city -> {
            for (int i = 0; i < TIMES; i++) {
                city.servers.kill(part);
                city.eventsGoOn();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"kafka, 60", "postgres, 120"})
    void a_server_is_away_for_long(String part, int seconds) throws Exception {
        survives(city -> {
            city.servers.takeDown(part);
            if (part.equals("kafka")) {
                city.writesGoOn();
            }
            Poll.pause(Duration.ofSeconds(seconds)); // the outage itself
            city.servers.letUp(part);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "postgres"})
    void a_server_is_frozen(String part) throws Exception {
        survives(city -> {
            city.servers.freeze(part);
            Poll.pause(Duration.ofSeconds(40)); // longer than every timeout on the way
            city.servers.thaw(part);
        });
    }

    @Test
    void a_consumer_is_frozen_and_another_takes_its_partitions() throws Exception {
        survives(city -> {
            Replica frozen = city.anyConsumer();
            frozen.freeze();
            city.eventsGoOn();
            frozen.thaw();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {Failpoints.BETWEEN_ACK_AND_MOVE, Failpoints.BETWEEN_COMMIT_AND_REPLY})
    void a_process_dies_at_the_worst_moment(String failpoint) throws Exception {
        survives(city -> {
            for (int i = 0; i < 5; i++) {
                city.arm(failpoint);
                Poll.until("somebody died there", City.DRAIN, () -> !city.isArmed(failpoint));
                city.eventsGoOn();
            }
        });
    }

    @Test
    void the_whole_topic_is_read_again_by_consumers_that_have_forgotten_their_offsets() throws Exception {
        survives(city -> {
            city.consumers.forEach(Replica::takeDown);
            city.topicOnKafka().forgetOffsets();
            city.consumers.forEach(Replica::letUp);
            city.consumers.forEach(consumer -> Poll.until("it is back", City.START, consumer::isHealthy));
        });
    }

    @Test
    void a_tenth_of_the_topic_is_published_again_in_any_order() throws Exception {
        survives(city -> city.topicOnKafka().sendAgain(city.random, 10));
    }

    @Test
    void bad_records_are_quarantined_and_unknown_types_ignored() throws Exception {
        survives(city -> {
            city.junk();
            UUID unknown = city.unknownType();
            Poll.until("it is ignored", City.DRAIN, () -> city.consumer
                    .number("select count(*) from inbox where state = 'ignored' and aggregate_id = ?", unknown) == 1);
        });
    }

    @Test
    void ten_equal_requests_at_once_over_two_replicas_are_one() throws Exception {
        survives(city -> {
            for (int round = 0; round < 10; round++) {
                UUID key = new UUID(city.random.nextLong(), city.random.nextLong());
                Set<String> answers = new HashSet<>(together(10, i -> city.clients
                        .take(city.producers.get(i % 2), city.places.get(0), key, false, 50, false).body()));
                assertEquals(1, answers.size(), answers.toString());
                assertEquals(1, city.producer.number("select count(*) from taking where request = ?", key));
            }
        });
    }

    @Test
    void two_hundred_clients_take_twenty_places_over_two_replicas() throws Exception {
        survives(city -> {
            UUID place = new UUID(city.random.nextLong(), city.random.nextLong());
            city.producer.run("insert into place (id, capacity) values (?, 20)", place);
            List<Integer> statuses = together(200, i -> city.takeUntilAnswered(city.producers.get(i % 2), place));
            assertEquals(20, Collections.frequency(statuses, 201));
            assertEquals(180, Collections.frequency(statuses, 409));
        });
    }

    private interface Request<T> {
        T send(int number) throws Exception;
    }

    private static <T> List<T> together(int count, Request<T> request) {
        ExecutorService clients = Executors.newFixedThreadPool(Math.min(count, 50));
        try {
            List<CompletableFuture<T>> answers = new ArrayList<>(IntStream.range(0, count)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                        try {
                            return request.send(i);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }, clients)).toList());
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            clients.shutdownNow();
        }
    }
}
