package it.milanoaiuta.faults;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** People who take places all the while: each repeats her request, with the same key, on any replica, until it is answered. */
final class Clients implements AutoCloseable {

    private static final int PEOPLE = 6;

    private final List<Replica> producers;
    private final List<UUID> places;
    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    private final AtomicLong attempts = new AtomicLong();
    private volatile boolean ending;

    /** Acknowledged requests: the answer's body by key. */
    final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();

    /** Requests that were answered twice, and not the same. */
    final Set<String> contradictions = ConcurrentHashMap.newKeySet();

    Clients(List<Replica> producers, List<UUID> places, long seed) {
        this.producers = producers;
        this.places = places;
        for (int i = 0; i < PEOPLE; i++) {
            Random random = new Random(seed + i);
            people.execute(() -> {
                while (!ending) {
                    takeOne(random);
                    Poll.pause(Duration.ofMillis(random.nextInt(100))); // the machine has also to start what was killed
                }
            });
        }
    }

    private void takeOne(Random random) {
        UUID key = new UUID(random.nextLong(), random.nextLong());
        UUID place = places.get(random.nextInt(places.size()));
        int hold = random.nextInt(20) == 0 ? 100 + random.nextInt(400) : 0;
        boolean refused = random.nextInt(20) == 0;
        while (!ending) {
            HttpResponse<String> answer = take(producers.get(random.nextInt(producers.size())), place, key, false, hold,
                    refused);
            if (answer != null && answer.statusCode() == 201) {
                String before = acknowledged.put(key, answer.body());
                if (before != null && !before.equals(answer.body())) {
                    contradictions.add(key.toString());
                }
                return;
            }
            if (answer != null && answer.statusCode() == 409 && answer.body().contains("place-full")) {
                return;
            }
            Poll.pause(Duration.ofMillis(50 + random.nextInt(100)));
        }
    }

    /** @return null when no answer came */
    HttpResponse<String> take(Replica replica, UUID place, UUID key, boolean poison, int holdMillis, boolean refused) {
        attempts.incrementAndGet();
        try {
            return replica.send(HttpRequest.newBuilder(replica.uri("/places/" + place + "/takings"))
                    .header("Idempotency-Key", key.toString()).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("""
                            {"request": "%s", "poison": %s, "holdMillis": %d, "refused": %s}"""
                            .formatted(key, poison, holdMillis, refused))));
        } catch (IOException e) {
            return null;
        }
    }

    long attempts() {
        return attempts.get();
    }

    /** Lets every running request end. */
    @Override
    public void close() {
        ending = true;
        people.shutdown();
        try {
            people.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
