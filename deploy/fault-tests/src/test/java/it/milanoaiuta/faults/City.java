package it.milanoaiuta.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.ProducerRecord;

import it.milanoaiuta.local.OwnPlatform;

/** Two replicas of a producer and two of a consumer on servers of their own, people who take places, and the oracle. */
final class City implements AutoCloseable {

    static final Duration DRAIN = Duration.ofSeconds(60);
    static final Duration START = Duration.ofSeconds(180);
    private static final int PLACES = 50;

    final OwnPlatform servers;
    final Random random;
    final Db producer;
    final Db consumer;
    final List<Replica> producers = new ArrayList<>();
    final List<Replica> consumers = new ArrayList<>();
    final Clients clients;
    final List<UUID> places;
    private final long seed;
    private final TopicOnKafka topic;
    private final Path folder;
    private int badRecords;

    City(OwnPlatform servers, long seed, Map<String, String> more) throws IOException, SQLException {
        System.out.println("seed " + seed);
        this.servers = servers;
        this.seed = seed;
        this.random = new Random(seed);
        this.folder = Files.createDirectories(Path.of("target/replicas/" + Long.toString(System.nanoTime(), 36)));
        String prefix = "f" + Long.toString(System.nanoTime(), 36) + ".";
        this.topic = new TopicOnKafka(servers.addresses().kafka(), prefix + "places.takings", prefix + "visitors");
        this.producer = new Db(servers.freshDatabase("fault_producer"));
        this.consumer = new Db(servers.freshDatabase("fault_consumer"));
        for (int i = 1; i <= 2; i++) {
            producers.add(new Replica("producer-" + i, folder, config(producer, "places", "producer", prefix, more)));
            consumers.add(new Replica("consumer-" + i, folder, config(consumer, "visitors", "consumer", prefix, more)));
        }
        awaitStart();
        this.places = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong())).limit(PLACES).toList();
        for (UUID place : places) {
            producer.run("insert into place (id, capacity) values (?, 1000000)", place);
        }
        this.clients = new Clients(producers, places, seed);
    }

    /** No finding about delivery: a mutant is not found by a machine that is too slow to start it. */
    private void awaitStart() {
        try {
            replicas().forEach(replica -> Poll.until(replica.name() + " is healthy", START, replica::isHealthy));
        } catch (AssertionError e) {
            replicas().forEach(Replica::close);
            throw new IllegalStateException("The replicas did not start; see " + folder, e);
        }
    }

    private Map<String, String> config(Db db, String source, String role, String prefix, Map<String, String> more) {
        byte[] secret = new byte[32];
        new Random(source.hashCode()).nextBytes(secret); // the same for both replicas of a service
        Map<String, String> config = new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url", db.database().url(),
                "quarkus.datasource.username", db.database().user(),
                "quarkus.datasource.password", db.database().password(),
                "kafka.bootstrap.servers", servers.addresses().kafka(),
                "delivery.source", source,
                "delivery.topic-prefix", prefix,
                "delivery.secret", Base64.getEncoder().encodeToString(secret),
                "faults.role", role,
                "faults.failpoints", folder.toAbsolutePath().toString()));
        config.putAll(Tokens.CONFIG);
        config.putAll(more);
        return config;
    }

    List<Replica> replicas() {
        return Stream.concat(producers.stream(), consumers.stream()).toList();
    }

    Replica leader() {
        return Poll.value("a leader", DRAIN, () -> producers.stream().filter(Replica::isLeading).findFirst().orElse(null),
                leader -> leader != null);
    }

    Replica anyConsumer() {
        return consumers.get(random.nextInt(consumers.size()));
    }

    void arm(String failpoint) throws IOException {
        Files.write(folder.resolve(failpoint), new byte[0]);
    }

    boolean isArmed(String failpoint) {
        return Files.exists(folder.resolve(failpoint));
    }

    /** More requests are acknowledged: the writes go on, whatever is broken now. */
    void writesGoOn() {
        int before = clients.acknowledged.size();
        Poll.until("writes go on", DRAIN, () -> clients.acknowledged.size() > before + 20);
    }

    /** Events told from now on are applied at the consumer. */
    void eventsGoOn() throws SQLException {
        long told = Poll.value("the producer's database", DRAIN,
                () -> producer.number("select coalesce(sum(last_seq), 0) from outbox_stream"), sum -> true);
        Poll.until("events go on", DRAIN,
                () -> consumer.number("select coalesce(sum(last_seq), 0) from inbox_stream") > told);
    }

    private void badRecord(String key, String value, Map<String, String> headers) {
        send(key, value, headers);
        badRecords++;
    }

    private void send(String key, String value, Map<String, String> headers) {
        var record = new ProducerRecord<>(topic.topic(), bytes(key), bytes(value));
        headers.forEach((name, header) -> record.headers().add(name, bytes(header)));
        try {
            topic.send(record);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    TopicOnKafka topicOnKafka() {
        return topic;
    }

    /** An event of a type the consumer does not know, first of its aggregate. */
    UUID unknownType() {
        UUID aggregate = new UUID(random.nextLong(), random.nextLong());
        Map<String, String> headers = headers(aggregate);
        headers.put("ce_type", "PlacePainted.v1");
        headers.put("ce_sequence", "1");
        send(aggregate.toString(), "{}", headers);
        return aggregate;
    }

    /** A client's request, repeated until a status says what became of it. */
    int takeUntilAnswered(Replica replica, UUID place) {
        UUID key = UUID.randomUUID();
        return Poll.value("an answer", DRAIN, () -> {
            HttpResponse<String> answer = clients.take(replica, place, key, false, 0, false);
            boolean full = answer != null && answer.body().contains("place-full");
            return answer != null && answer.statusCode() == 201 ? 201 : full ? 409 : 0;
        }, status -> status != 0);
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    /** Headers of an event that would be well-formed, for somebody's next number. */
    static Map<String, String> headers(UUID aggregate) {
        return new HashMap<>(Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_source", "places",
                "ce_type", "PlaceTaken.v1", "ce_subject", aggregate.toString(), "ce_time", "2026-11-21T10:00:00Z",
                "ce_sequence", "1000000", "content-type", "application/json"));
    }

    /** Junk of every kind the consumer must quarantine. */
    void junk() {
        UUID place = places.get(0);
        byte[] noise = new byte[100];
        random.nextBytes(noise);
        badRecord(null, new String(noise, StandardCharsets.ISO_8859_1), Map.of());
        badRecord(place.toString(), null, headers(place));
        badRecord(place.toString(), "{\"placeId\": ", headers(place));
        badRecord(UUID.randomUUID().toString(), "{}", headers(place));
        badRecord(place.toString(), "{\"x\": \"" + "x".repeat(300_000) + "\"}", headers(place));
        Map<String, String> wrongSource = headers(place);
        wrongSource.put("ce_source", "somebody");
        badRecord(place.toString(), "{}", wrongSource);
    }

    /** A place whose next event cannot be applied until it is cured. */
    UUID poison() throws SQLException {
        UUID place = places.get(random.nextInt(PLACES));
        UUID key = new UUID(random.nextLong(), random.nextLong());
        Poll.until("the poison is told", DRAIN, () -> {
            var answer = clients.take(producers.get(random.nextInt(producers.size())), place, key, true, 0, false);
            return answer != null && answer.statusCode() == 201;
        });
        Poll.until("the poison is parked", DRAIN, () -> consumer
                .number("select count(*) from inbox where state = 'parked' and aggregate_id = ?", place) == 1);
        assertEquals(1, consumer.number("select count(*) from inbox_stream where blocked_since is not null"),
                "nothing but the poisoned aggregate is blocked");
        return place;
    }

    void cure(UUID place) throws SQLException {
        consumer.run("insert into cure values (?)", place);
        operator("/internal/delivery/parked/places.takings/" + place + "/retry", consumers.get(0), 204);
    }

    void operator(String path, Replica replica, int status) {
        Poll.until(path, DRAIN, () -> replica.post(path, Tokens.operator()) == status);
    }

    /** Every event of the log is sent once more: duplicates, all of them, applied by nobody. */
    void republishAll() {
        Poll.until("republication", DRAIN, () -> {
            Replica replica = producers.get(random.nextInt(producers.size()));
            return replica.send(HttpRequest.newBuilder(replica.uri("/internal/delivery/republications"))
                    .header("Authorization", "Bearer " + Tokens.operator()).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"topic\": \"places.takings\"}"))).statusCode() == 202;
        });
    }

    /** What must hold after healing and at most 60 s of drain, whatever was done before. */
    void verify() throws SQLException {
        clients.close();
        replicas().forEach(replica -> Poll.until(replica.name() + " is healthy", DRAIN, replica::isHealthy));
        Poll.value("the consumer has heard all (seed " + seed + ")", DRAIN, this::lagging, List::isEmpty);

        assertEquals(List.of(), producer.rows("""
                select request, count(*) from taking group by request having count(*) > 1"""), "requests done twice");
        var made = producer.rows("select request from taking").stream().map(UUID::fromString).collect(Collectors.toSet());
        assertEquals(List.of(), clients.acknowledged.keySet().stream().filter(key -> !made.contains(key)).toList(),
                "acknowledged and lost");
        assertEquals(List.of(), producer.rows("""
                select place.id, taken, count(taking.id) from place left join taking on place_id = place.id
                group by place.id having taken <> count(taking.id) or taken > capacity"""), "places and takings differ");
        assertEquals(List.of(), producer.rows("""
                select s.aggregate_id, last_seq, count(told.seq), min(told.seq), max(told.seq) from outbox_stream s
                left join (select aggregate_id, seq from outbox union all select aggregate_id, seq from event_log) told
                  using (aggregate_id)
                group by s.aggregate_id, last_seq
                having count(told.seq) <> last_seq or min(told.seq) <> 1 or max(told.seq) <> last_seq"""),
                "numbers told with a gap");
        assertEquals(producer.number("select count(*) from taking"),
                producer.number("select coalesce(sum(last_seq), 0) from outbox_stream"), "takings and events differ");
        assertEquals(List.of(), consumer.rows("""
                select event_id, count(*) from effect group by event_id having count(*) > 1"""), "applied twice");
        assertEquals(List.of(), consumer.rows("""
                select aggregate_id, last_seq, count(effect.seq) from inbox_stream left join effect on place_id = aggregate_id
                group by aggregate_id, last_seq
                having count(effect.seq) + (select count(*) from inbox where inbox.aggregate_id = inbox_stream.aggregate_id
                                            and state = 'ignored') <> last_seq"""), "effects and numbers differ");
        assertEquals(List.of(), consumer.rows("""
                select * from (select place_id, seq, lag(seq) over (partition by place_id order by at, seq) as before from effect)
                effects where seq <> coalesce(before, 0) + 1"""), "applied out of order");
        assertEquals(badRecords, consumer.number("select count(*) from quarantine"), "quarantined");
        assertEquals(List.of(), consumer.rows("select aggregate_id from inbox_stream where blocked_since is not null"),
                "blocked");
        System.out.printf("seed %d: %d requests acknowledged of %d attempts, %d events, all as it must be%n", seed,
                clients.acknowledged.size(), clients.attempts(),
                producer.number("select coalesce(sum(last_seq), 0) from outbox_stream"));
    }

    /** Aggregates whose number differs at the consumer; and what is still in the outbox. */
    private List<String> lagging() throws SQLException {
        String numbers = "select aggregate_id, last_seq from %s order by 1, 2";
        List<String> lagging = new ArrayList<>(producer.rows(numbers.formatted("outbox_stream")));
        lagging.removeAll(consumer.rows(numbers.formatted("inbox_stream")));
        lagging.addAll(producer.rows("select 'in the outbox: ' || count(*) from outbox having count(*) > 0"));
        return lagging;
    }

    @Override
    public void close() {
        clients.close();
        replicas().forEach(Replica::close);
    }
}
