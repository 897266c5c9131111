package it.milanoaiuta.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import it.milanoaiuta.local.OwnPlatform;

/** The long programme: each piece on its own city, under load, and followed by the oracle. */
@Tag("faults")
@ExtendWith(Announced.class)
class FaultsIT {

    private static final int TIMES = Integer.getInteger("times", 20);
    private static final List<Path> FAKE_TIME = List.of(Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));
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

    private static long seed() {
        return Long.getLong("seed", System.nanoTime());
    }

    private static void survives(Fault fault) throws Exception {
        survives(City.Wiring.NONE, fault);
    }

    private static void survives(City.Wiring wiring, Fault fault) throws Exception {
        survives(servers, wiring, fault);
    }

    private static void survives(OwnPlatform servers, City.Wiring wiring, Fault fault) throws Exception {
        try (City city = new City(servers, seed(), wiring)) {
            city.eventsGoOn();
            fault.happen(city);
            city.eventsGoOn();
            city.verify();
        }
    }

    // ---- killed

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

    @Test
    void kafka_is_killed_twenty_times() throws Exception {
        killedTwentyTimes("kafka");
    }

    @Test
    void postgres_is_killed_twenty_times() throws Exception {
        killedTwentyTimes("postgres");
    }

    private static void killedTwentyTimes(String part) throws Exception {
        survives(city -> {
            for (int i = 0; i < TIMES; i++) {
                city.servers.kill(part);
                city.eventsGoOn();
            }
        });
    }

    // ---- away

    @Test
    void kafka_is_away_for_a_minute_and_requests_are_served() throws Exception {
        survives(city -> {
            city.servers.takeDown("kafka");
            city.writesGoOn();
            Poll.pause(Duration.ofSeconds(60)); // the outage itself
            city.writesGoOn();
            city.servers.letUp("kafka");
        });
    }

    /** Half a minute more than any client of Kafka waits by default, begun while the partitions change hands. */
    @Test
    void kafka_goes_away_just_when_a_consumer_takes_over_partitions() throws Exception {
        survives(city -> {
            city.anyConsumer().kill();
            city.writesGoOn();
            city.servers.takeDown("kafka");
            Poll.pause(Duration.ofSeconds(90)); // the outage itself
            city.servers.letUp("kafka");
        });
    }

    @Test
    void a_consumer_ends_when_it_is_asked_to_while_kafka_is_away() throws Exception {
        survives(city -> {
            city.servers.takeDown("kafka");
            Poll.pause(Duration.ofSeconds(15)); // its commits fail by now
            city.consumers.get(0).restart(Map.of());
            city.servers.letUp("kafka");
        });
    }

    @Test
    void postgres_is_away_for_two_minutes() throws Exception {
        survives(city -> {
            city.servers.takeDown("postgres");
            Poll.pause(Duration.ofSeconds(120)); // the outage itself
            city.servers.letUp("postgres");
        });
    }

    // ---- frozen

    @Test
    void the_leader_is_frozen_and_its_lease_passes_on() throws Exception {
        survives(city -> {
            for (int i = 0; i < 5; i++) {
                Replica frozen = city.leader();
                frozen.freeze();
                city.leaseLeaves(frozen);
                city.eventsGoOn();
                frozen.thaw();
            }
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

    @Test
    void kafka_is_frozen() throws Exception {
        frozen("kafka");
    }

    @Test
    void postgres_is_frozen() throws Exception {
        frozen("postgres");
    }

    private static void frozen(String part) throws Exception {
        survives(city -> {
            city.servers.freeze(part);
            Poll.pause(Duration.ofSeconds(40)); // longer than every timeout on the way
            city.servers.thaw(part);
        });
    }

    // ---- at the worst moment

    @Test
    void the_relay_dies_between_the_acknowledgement_and_the_move() throws Exception {
        survives(city -> {
            for (int i = 0; i < 5; i++) {
                city.arm(Failpoints.BETWEEN_ACK_AND_MOVE);
                Poll.until("somebody died there", City.PATIENCE, () -> !city.isArmed(Failpoints.BETWEEN_ACK_AND_MOVE));
                city.eventsGoOn();
            }
        });
    }

    @Test
    void a_producer_dies_between_commit_and_reply_and_the_other_replica_answers() throws Exception {
        try (City city = new City(servers, seed(), City.Wiring.NONE)) {
            city.eventsGoOn();
            city.clients.close();
            for (int i = 0; i < 5; i++) {
                UUID key = new UUID(city.random.nextLong(), city.random.nextLong());
                UUID place = city.places.get(i);
                Replica first = city.producers.get(i % 2);
                Replica other = city.producers.get((i + 1) % 2);
                Poll.until("both are there", City.START, () -> first.isHealthy() && other.isHealthy());
                city.arm(Failpoints.BETWEEN_COMMIT_AND_REPLY);
                assertEquals(null, city.clients.take(first, place, key, false, 0, false), "it died");
                HttpResponse<String> answer = Poll.value("the answer", City.PATIENCE,
                        () -> city.clients.take(other, place, key, false, 0, false),
                        given -> given != null && given.statusCode() == 201);
                assertEquals("true", answer.headers().firstValue("Idempotent-Replayed").orElse("false"));
                assertEquals(1, city.producer.number("select count(*) from taking where request = ?", key));
            }
            city.verify();
        }
    }

    // ---- heard again

    @Test
    void the_whole_topic_is_read_again_from_its_beginning() throws Exception {
        survives(city -> {
            city.consumers.forEach(Replica::takeDown);
            city.topicOnKafka().forgetOffsets();
            city.consumers.forEach(Replica::letUp);
            city.consumers.forEach(consumer -> Poll.until("it is back", City.START, consumer::isHealthy));
        });
    }

    @Test
    void a_new_consumer_group_hears_everything_once_more() throws Exception {
        survives(city -> city.consumers.forEach(consumer -> consumer
                .restart(Map.of("mp.messaging.incoming.delivery.group.id", city.topicOnKafka().group() + ".new"))));
    }

    @Test
    void a_tenth_of_the_topic_is_published_again_in_any_order() throws Exception {
        survives(city -> city.topicOnKafka().sendAgain(city.random, 10));
    }

    // ---- bad events

    @Test
    void bad_records_are_quarantined_and_unknown_types_ignored() throws Exception {
        survives(city -> {
            city.junk();
            UUID unknown = city.unknownType();
            Poll.until("it is ignored", City.PATIENCE, () -> city.consumer
                    .number("select count(*) from inbox where state = 'ignored' and aggregate_id = ?", unknown) == 1);
        });
    }

    @Test
    void one_poisoned_aggregate_of_fifty_stops_no_other() throws Exception {
        survives(city -> {
            UUID poisoned = city.poison();
            city.eventsGoOn();
            Poll.until("events wait behind it", City.PATIENCE, () -> city.consumer
                    .number("select count(*) from inbox where state = 'pending' and aggregate_id = ?", poisoned) > 0);
            assertEquals(1, city.consumer.number("select count(*) from inbox_stream where blocked_since is not null"));
            city.cure(poisoned);
        });
    }

    // ---- many at once

    @Test
    void ten_equal_requests_at_once_over_two_replicas_are_one() throws Exception {
        survives(city -> {
            for (int round = 0; round < 10; round++) {
                UUID key = new UUID(city.random.nextLong(), city.random.nextLong());
                List<HttpResponse<String>> answers = together(10, i -> Poll.value("an answer", City.PATIENCE,
                        () -> city.clients.take(city.producers.get(i % 2), city.places.get(0), key, false, 50, false),
                        answer -> answer != null && answer.statusCode() == 201));
                assertEquals(1, new HashSet<>(answers.stream().map(HttpResponse::body).toList()).size());
                assertTrue(answers.stream()
                        .filter(answer -> answer.headers().firstValue("Idempotent-Replayed").isPresent()).count() >= 9);
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

    // ---- a bad network

    @Test
    void connections_to_kafka_are_slow_cut_half_closed_and_stranded() throws Exception {
        badNetwork(servers.addresses().kafka());
    }

    @Test
    void connections_to_postgres_are_slow_cut_half_closed_and_stranded() throws Exception {
        badNetwork(servers.addresses().database());
    }

    private static void badNetwork(String address) throws Exception {
        Matcher real = Pattern.compile("127\\.0\\.0\\.1:(\\d+)").matcher(address);
        assertTrue(real.find(), address);
        try (Proxy proxy = new Proxy(Integer.parseInt(real.group(1)))) {
            survives((city, role, config) -> config
                    .replaceAll((key, value) -> value.replace(real.group(), "127.0.0.1:" + proxy.port())), city -> {
                        proxy.slow(Duration.ofMillis(50));
                        city.eventsGoOn();
                        city.eventsGoOn();
                        proxy.slow(Duration.ZERO);
                        for (int i = 0; i < 10; i++) {
                            proxy.cut();
                            city.eventsGoOn();
                        }
                        for (int i = 0; i < 5; i++) {
                            proxy.halfClose();
                            city.eventsGoOn();
                        }
                        for (int i = 0; i < 2; i++) {
                            proxy.strand();
                            city.eventsGoOn();
                        }
                    });
        }
    }

    // ---- versions, clocks, backups, neighbours

    @Test
    void replicas_are_exchanged_one_by_one_for_a_version_that_adds_a_field_and_back() throws Exception {
        survives(city -> {
            for (String version : List.of("2", "1")) {
                for (Replica replica : city.replicas()) {
                    replica.restart(Map.of("faults.version", version));
                    city.eventsGoOn();
                }
            }
            assertTrue(city.consumer.number("select count(*) from inbox where payload -> 'note' is not null") > 0);
        });
    }

    @Test
    void clocks_of_two_replicas_are_an_hour_off() throws Exception {
        Path library = FAKE_TIME.stream().filter(Files::exists).findFirst().orElse(null);
        assumeTrue(library != null, "needs Debian's package libfaketime");
        survives((city, role, config) -> {
            boolean first = (role.equals("producer") ? city.producers : city.consumers).isEmpty();
            if (first) {
                config.put(Replica.ENVIRONMENT + "LD_PRELOAD", library.toString());
                config.put(Replica.ENVIRONMENT + "FAKETIME", role.equals("producer") ? "+1h" : "-1h");
                config.put(Replica.ENVIRONMENT + "FAKETIME_DONT_FAKE_MONOTONIC", "1");
                config.put(Replica.ENVIRONMENT + "DONT_FAKE_MONOTONIC", "1");
            }
        }, city -> {
            for (int i = 0; i < 4; i++) {
                city.leader().kill();
                city.eventsGoOn();
            }
        });
    }

    /** What was told after the backup is contradicted from then on: refused, blocked and alarmed, never taken in silence. */
    @Test
    void a_producer_restored_from_an_older_backup_raises_the_alarm() throws Exception {
        try (TokenEndpoint tokens = new TokenEndpoint();
                City city = new City(servers, seed(), (starting, role, config) -> {
                    if (role.equals("consumer")) {
                        config.put("delivery.producers.places.url", starting.producers.get(0).uri("").toString());
                        config.putAll(tokens.config());
                    }
                })) {
            city.eventsGoOn();
            city.backUpProducer();
            city.eventsGoOn();
            Poll.until("the audit has compared since then", City.PATIENCE, city::auditKnowsMoreThanTheBackup);
            city.clients.close();
            city.restoreProducer();
            for (UUID place : city.places) {
                assertEquals(201, city.takeUntilAnswered(city.producers.get(0), place));
            }
            Poll.until("the alarm", City.PATIENCE,
                    () -> city.consumer.number("select count(*) from producer_audit where history_lost_at is not null") == 1);
            Poll.until("the contradictions are in quarantine and their aggregates blocked", City.PATIENCE,
                    () -> city.consumer.number("select count(*) from quarantine") > 0
                            && city.consumer.number("select count(*) from inbox_stream where blocked_since is not null") > 0);
            Poll.until("the metric", City.PATIENCE, () -> city.consumers.stream()
                    .anyMatch(consumer -> metrics(consumer).contains("delivery_producers_history_lost 1.0")));
            assertEquals(List.of(), city.consumer.rows("select event_id from effect group by event_id having count(*) > 1"));
        }
    }

    private static String metrics(Replica replica) {
        try {
            return replica.send(HttpRequest.newBuilder(replica.uri("/q/metrics")).GET()).body();
        } catch (IOException e) {
            return "";
        }
    }

    /** It would hold back whoever reads the log, or judges by the oldest transaction. */
    @Test
    void a_transaction_of_five_minutes_in_another_database_delays_nothing() throws Exception {
        Db elsewhere = new Db(servers.freshDatabase("elsewhere"));
        survives(city -> elsewhere.meanwhile("select pg_current_xact_id()", () -> {
            long end = System.nanoTime() + Duration.ofSeconds(Integer.getInteger("transaction.seconds", 300)).toNanos();
            while (System.nanoTime() < end) {
                city.eventsGoOn();
                Poll.pause(Duration.ofSeconds(5));
            }
        }));
    }

    @Test
    void the_disk_of_postgres_and_kafka_is_full_for_a_while() throws Exception {
        Path disk = Files.createDirectories(Path.of("target/small-disk")).toAbsolutePath();
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=700m,mode=755", "tmpfs", disk.toString()),
                "needs the right to mount a small disk");
        try (OwnPlatform onSmallDisk = Servers.start(disk.resolve("servers"))) {
            survives(onSmallDisk, City.Wiring.NONE, city -> {
                Path filler = disk.resolve("filler");
                fill(filler);
                Poll.pause(Duration.ofSeconds(30)); // the fault itself
                fill(filler);
                Poll.pause(Duration.ofSeconds(10));
                Files.delete(filler);
            });
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static void fill(Path filler) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(megabyte);
            }
        } catch (IOException full) {
            System.out.println("the disk is full: " + full.getMessage());
        }
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                .waitFor() == 0;
    }

    // ---- anything

    @Test
    void anything_happens_in_any_order() throws Exception {
        survives(city -> {
            List<Fault> faults = List.of(
                    any -> any.leader().kill(),
                    any -> any.anyConsumer().kill(),
                    any -> any.producers.get(any.random.nextInt(2)).kill(),
                    any -> away(any, "kafka"),
                    any -> away(any, "postgres"),
                    any -> frozen(any, any.leader()),
                    any -> frozen(any, any.anyConsumer()),
                    any -> frozen(any, "kafka"),
                    any -> frozen(any, "postgres"),
                    any -> {
                        any.eventsGoOn();
                        any.junk();
                    },
                    any -> {
                        any.eventsGoOn();
                        any.topicOnKafka().sendAgain(any.random, 10);
                    },
                    any -> any.arm(Failpoints.BETWEEN_ACK_AND_MOVE),
                    any -> any.arm(Failpoints.BETWEEN_COMMIT_AND_REPLY));
            Set<Integer> happened = new HashSet<>();
            long end = System.nanoTime() + Duration.ofMinutes(Integer.getInteger("minutes", 5)).toNanos();
            int count = 0;
            while (System.nanoTime() < end) {
                int which = city.random.nextInt(faults.size());
                faults.get(which).happen(city);
                happened.add(which);
                count++;
                if (city.random.nextBoolean()) {
                    city.eventsGoOn();
                }
            }
            System.out.printf("%d faults of %d kinds%n", count, happened.size());
        });
    }

    private static Duration aWhile(City city) {
        return Duration.ofMillis(500 + city.random.nextInt(8_000));
    }

    private static void away(City city, String part) {
        Poll.until(part + " can be taken away", City.PATIENCE, () -> {
            city.servers.takeDown(part);
            return true;
        });
        Poll.pause(aWhile(city));
        city.servers.letUp(part);
    }

    private static void frozen(City city, String part) {
        Poll.until(part + " can be frozen", City.PATIENCE, () -> {
            city.servers.freeze(part);
            return true;
        });
        Poll.pause(aWhile(city));
        city.servers.thaw(part);
    }

    private static void frozen(City city, Replica replica) {
        replica.freeze();
        Poll.pause(aWhile(city));
        replica.thaw();
    }
}
