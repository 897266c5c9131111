package it.milanoaiuta.faults;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.ProducerRecord;

import it.milanoaiuta.local.OwnPlatform;

/** Two replicas of a producer and two of a consumer on servers of their own, people who take places, and the oracle. */
final class City implements AutoCloseable {

    static final Duration DRAIN = Duration.ofSeconds(60);
    /** For what is no promise of a time: a loaded machine may take it. */
    static final Duration PATIENCE = Duration.ofSeconds(180);
    static final Duration START = Duration.ofSeconds(180);
    private static final Duration LEASE_PASSES_ON = Duration.ofSeconds(10);
    private static final int PLACES = 50;
    private static final String JUNK = "junk";

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
    private long badRecords;

    /** What a test changes in the configuration of a replica; consumers are wired when the producers have their ports. */
    interface Wiring {

        Wiring NONE = (city, role, config) -> {
        };

        void change(City city, String role, Map<String, String> config);

        static Wiring with(Map<String, String> more) {
            return (city, role, config) -> config.putAll(more);
        }
    }

    City(OwnPlatform servers, long seed, Wiring wiring) throws IOException, SQLException {
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
            producers.add(new Replica("producer-" + i, folder, config(producer, "places", "producer", prefix, wiring)));
        }
        for (int i = 1; i <= 2; i++) {
            consumers.add(new Replica("consumer-" + i, folder, config(consumer, "visitors", "consumer", prefix, wiring)));
        }
        awaitStart();
        this.places = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong())).limit(PLACES).toList();
        for (UUID place : places) {
            producer.run("insert into place (id, capacity) values (?, 1000000)", place);
        }
        this.clients = new Clients(producers, places, random.nextLong()); // other dice than ours: else keys are drawn twice
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

    private Map<String, String> config(Db db, String source, String role, String prefix, Wiring wiring) {
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
        wiring.change(this, role, config);
        return config;
    }

    List<Replica> replicas() {
        return Stream.concat(producers.stream(), consumers.stream()).toList();
    }

    Replica leader() {
        return Poll.value("a leader", PATIENCE, () -> producers.stream().filter(Replica::isLeading).findFirst().orElse(null),
                leader -> leader != null);
    }

    /**
     * Within 10 s the lease of a frozen leader is another's: 5 s that it lasts, and the next renewal. What a busy machine keeps
     * this very process waiting is not the lease's doing.
     */
    void leaseLeaves(Replica frozen) {
        long began = System.nanoTime();
        Duration waited = Poll.stalled(() -> Poll.until("the lease passes on", PATIENCE,
                () -> producers.stream().anyMatch(replica -> replica != frozen && replica.isLeading())));
        Duration passed = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf("the lease passed on after %d ms%n", passed.toMillis());
        assertThat(passed.minus(waited).compareTo(LEASE_PASSES_ON) <= 0)
                .as("the lease passed on after " + passed + ", of which the machine was busy elsewhere for " + waited).isTrue();
    }

    /** A part that is just starting again cannot yet be taken away. */
    void away(String part, Duration outage) {
        Poll.until(part + " can be taken away", PATIENCE, () -> {
            servers.takeDown(part);
            return true;
        });
        Poll.pause(outage);
        servers.letUp(part);
    }

    void frozen(String part, Duration outage) {
        Poll.until(part + " can be frozen", PATIENCE, () -> {
            servers.freeze(part);
            return true;
        });
        Poll.pause(outage);
        thaw(part);
    }

    /** Again, should a process of the part have ended just when it was told to go on. */
    private void thaw(String part) {
        Poll.until(part + " is thawed", PATIENCE, () -> {
            servers.thaw(part);
            return true;
        });
    }

    /** Who was killed has started again. */
    void everybodyIsBack() {
        replicas().forEach(replica -> Poll.until(replica.name() + " is back", START, replica::isHealthy));
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
        Poll.until("writes go on", PATIENCE, () -> clients.acknowledged.size() > before + 20);
    }

    /** Events told from now on are applied at the consumer. */
    void eventsGoOn() throws SQLException {
        long told = Poll.value("the producer's database", PATIENCE,
                () -> producer.number("select coalesce(sum(last_seq), 0) from outbox_stream"), sum -> true);
        Poll.until("events go on", PATIENCE,
                () -> consumer.number("select coalesce(sum(last_seq), 0) from inbox_stream") > told);
    }

    private ProducerRecord<byte[], byte[]> record(String key, String value, Map<String, String> headers) {
        var record = new ProducerRecord<>(topic.topic(), bytes(key), bytes(value));
        headers.forEach((name, header) -> record.headers().add(name, bytes(header)));
        return record;
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
        topic.send(List.of(record(aggregate.toString(), "{}", headers)));
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
                "ce_aggregatetype", "places.takings",
                "ce_type", "PlaceTaken.v1", "ce_subject", aggregate.toString(), "ce_time", "2026-11-21T10:00:00Z",
                "ce_sequence", "1000000", "content-type", "application/json"));
    }

    /** Junk of every kind the consumer must quarantine. */
    void junk() {
        String place = places.get(0).toString();
        byte[] noise = new byte[100];
        random.nextBytes(noise);
        List<ProducerRecord<byte[], byte[]>> junk = List.of(
                record(null, new String(noise, StandardCharsets.ISO_8859_1), Map.of()),
                record(place, null, headers(places.get(0))),
                record(place, "{\"placeId\": ", headers(places.get(0))),
                record(UUID.randomUUID().toString(), "{}", headers(places.get(0))),
                record(place, "{\"x\": \"" + "x".repeat(300_000) + "\"}", headers(places.get(0))),
                record(place, "{}", wrong("ce_source", "somebody")),
                record(place, "{}", wrong("ce_aggregatetype", "places.opened")));
        junk.forEach(record -> record.headers().add(JUNK, new byte[0]));
        topic.send(junk);
        badRecords += junk.size();
    }

    /** So many percent of all records once more, shuffled; what was junk is junk again. */
    void sendAgain(int percent) {
        badRecords += topic.sendAgain(random, percent, JUNK);
    }

    private Map<String, String> wrong(String header, String value) {
        Map<String, String> headers = headers(places.get(0));
        headers.put(header, value);
        return headers;
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
        assertThat(consumer.number("select count(*) from inbox_stream where blocked_since is not null"))
                .as("nothing but the poisoned aggregate is blocked").isEqualTo(1);
        return place;
    }

    void cure(UUID place) throws SQLException {
        consumer.run("insert into cure values (?)", place);
        operator("/operations/delivery/parked/places.takings/" + place + "/retry", consumers.get(0), 204);
    }

    /** A transaction takes its event's number, and those that come later are committed and published before it. */
    void overtake() {
        CompletableFuture<HttpResponse<String>> slow = CompletableFuture.supplyAsync(() -> clients
                .take(producers.get(0), places.get(1), new UUID(random.nextLong(), random.nextLong()), false, 4_000, false));
        writesGoOn();
        slow.join();
    }

    /** What a backup of the producer's database holds, in the order in which it can be put back. */
    private static final List<String> TABLES = List.of("place", "taking", "outbox_stream", "outbox", "event_log",
            "idempotency");

    void backUpProducer() throws SQLException {
        List<String> statements = new ArrayList<>(List.of("drop schema if exists backup cascade", "create schema backup"));
        TABLES.forEach(table -> statements.add("create table backup.%1$s as table public.%1$s".formatted(table)));
        producer.together(statements);
    }

    /** Whether the consumer's audit remembers an event that was told after the backup. */
    boolean auditKnowsMoreThanTheBackup() throws SQLException {
        List<String> bookmark = consumer.rows("select bookmark_event from producer_audit where bookmark_event is not null");
        return !bookmark.isEmpty() && producer.number("""
                select count(*) from (select event_id from backup.event_log union all select event_id from backup.outbox) told
                where event_id = ?::uuid""", bookmark.get(0)) == 0;
    }

    void restoreProducer() throws SQLException {
        producers.forEach(Replica::takeDown);
        List<String> statements = new ArrayList<>(List.of("truncate " + String.join(", ", TABLES)));
        TABLES.forEach(table -> statements
                .add("insert into public.%1$s overriding system value table backup.%1$s".formatted(table)));
        producer.together(statements);
        producers.forEach(Replica::letUp);
        everybodyIsBack();
    }

    void operator(String path, Replica replica, int status) {
        Poll.until(path, DRAIN, () -> replica.post(path, Tokens.operator()) == status);
    }

    /** Every event of the log is sent once more: duplicates, all of them, applied by nobody. */
    void republishAll() {
        Poll.until("republication", DRAIN, () -> {
            Replica replica = producers.get(random.nextInt(producers.size()));
            return replica.send(HttpRequest.newBuilder(replica.uri("/operations/delivery/republications"))
                    .header("Authorization", "Bearer " + Tokens.operator()).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"topic\": \"places.takings\"}"))).statusCode() == 202;
        });
    }

    /** What must hold after healing and at most 60 s of drain, whatever was done before. Says all that does not. */
    void verify() throws Exception {
        clients.close();
        long began = System.nanoTime();
        Poll.within(DRAIN, () -> sick().isEmpty() && lagging().isEmpty() && leftInOutbox().isEmpty());
        long drained = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        Map<String, List<String>> findings = new LinkedHashMap<>();
        findings.put("not healthy", sick());
        List<String> lagging = lagging();
        findings.put("not heard while %d records wait on Kafka".formatted(lagging.isEmpty() ? 0 : topic.waiting()), lagging);
        findings.put("left in the outbox", leftInOutbox());
        findings.put("requests done twice", producer.rows("""
                select request, count(*) from taking group by request having count(*) > 1"""));
        Set<String> made = Set.copyOf(producer.rows("select request from taking"));
        findings.put("acknowledged and lost",
                clients.acknowledged.keySet().stream().map(UUID::toString).filter(key -> !made.contains(key)).toList());
        findings.put("one request, two answers", List.copyOf(clients.contradictions));
        findings.put("places and takings differ", producer.rows("""
                select place.id, taken, count(taking.id) from place left join taking on place_id = place.id
                group by place.id having taken <> count(taking.id) or taken > capacity"""));
        findings.put("takings and events differ", producer.rows("""
                select takings, events from (select count(*) as takings from taking) t,
                  (select coalesce(sum(last_seq), 0) as events from outbox_stream) e where takings <> events"""));
        findings.put("numbers told with a gap", producer.rows("""
                select s.aggregate_id, last_seq, count(told.seq), min(told.seq), max(told.seq) from outbox_stream s
                left join (select aggregate_id, seq from outbox union all select aggregate_id, seq from event_log) told
                  using (aggregate_id)
                group by s.aggregate_id, last_seq
                having count(told.seq) <> last_seq or min(told.seq) <> 1 or max(told.seq) <> last_seq"""));
        findings.put("applied twice", consumer.rows("""
                select event_id, count(*) from effect group by event_id having count(*) > 1"""));
        findings.put("applied out of order", consumer.rows("""
                select * from (select place_id, seq, lag(seq) over (partition by place_id order by at, seq) as before from effect)
                effects where seq <> coalesce(before, 0) + 1"""));
        findings.put("effects and numbers differ", consumer.rows("""
                select aggregate_id, last_seq, count(effect.seq) from inbox_stream left join effect on place_id = aggregate_id
                group by aggregate_id, last_seq
                having count(effect.seq) + (select count(*) from inbox where inbox.aggregate_id = inbox_stream.aggregate_id
                                            and state = 'ignored') <> last_seq"""));
        findings.put("quarantined instead of " + badRecords, consumer.rows(
                "select count(*) from quarantine having count(*) <> " + badRecords));
        findings.put("blocked", consumer.rows("select aggregate_id from inbox_stream where blocked_since is not null"));
        findings.values().removeIf(List::isEmpty);
        if (!findings.isEmpty()) {
            throw new AssertionError("seed " + seed + ", " + folder + ": " + findings.entrySet().stream()
                    .map(finding -> finding.getKey() + ": " + finding.getValue().stream().limit(5).toList() + " of "
                            + finding.getValue().size())
                    .collect(Collectors.joining("; ")));
        }
        System.out.printf("seed %d: %d requests acknowledged of %d attempts, %d events, drained in %d s, all as it must be%n",
                seed, clients.acknowledged.size(), clients.attempts(),
                producer.number("select coalesce(sum(last_seq), 0) from outbox_stream"), drained);
    }

    private List<String> sick() {
        return replicas().stream().filter(replica -> !replica.isHealthy()).map(Replica::name).toList();
    }

    private List<String> leftInOutbox() throws SQLException {
        return producer.rows("select aggregate_id, seq from outbox");
    }

    /** Aggregates whose number differs at the consumer. */
    private List<String> lagging() throws SQLException {
        String numbers = "select aggregate_id, last_seq from %s order by 1, 2";
        List<String> lagging = new ArrayList<>(producer.rows(numbers.formatted("outbox_stream")));
        lagging.removeAll(consumer.rows(numbers.formatted("inbox_stream")));
        return lagging;
    }

    /** Whatever a failed test left down or frozen is there again for the next one. */
    @Override
    public void close() {
        for (String part : List.of("postgres", "kafka")) {
            servers.letUp(part);
            Poll.within(PATIENCE, () -> {
                servers.thaw(part);
                return true;
            });
        }
        clients.close();
        replicas().forEach(Replica::close);
    }
}
