package it.milanoaiuta.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The demo people at the public API, each with a token of her own.
 * <p>
 * A step is done once: what is sent is kept before, what is answered after. A step whose answer was lost is sent again word by word
 * with the same key, and the platform answers as it did.
 */
final class DemoPeople {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Not worth another try: the same would be said again. */
    private static final Set<Integer> FINAL = Set.of(401, 405, 415, 422, 428);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String api;
    private final String tokenEndpoint;
    private final Path diary;
    private final Map<String, String> tokens = new HashMap<>();

    /** @param diary the folder where steps are kept, beside the data they made */
    DemoPeople(String gateway, String realm, Path diary) {
        this.api = gateway + "/api/v1";
        this.tokenEndpoint = realm + "/protocol/openid-connect/token";
        this.diary = diary;
    }

    /** The sign-in id of a demo person; they are numbered in the realm's file. */
    static UUID idOf(String person) {
        return switch (person) {
            case "giulia" -> id(1);
            case "omar" -> id(2);
            case "anna" -> id(3);
            case "paolo" -> id(4);
            case "marco" -> id(5);
            case "sara" -> id(6);
            default -> throw new IllegalArgumentException(person);
        };
    }

    /** The fixed ids of people, hubs and items. */
    static UUID id(int number) {
        return UUID.fromString("0192f000-0000-7000-8000-%012d".formatted(number));
    }

    /**
     * Does a step, unless it is done already.
     *
     * @return the answer
     * @throws DemoRefused when it is refused for a minute: until then a service may just not have heard of the step before;
     *             nothing was done then, and the next start words the step anew, as its times may have passed
     */
    JsonNode does(String person, String step, String path, Object body) throws IOException, InterruptedException {
        Path answer = diary.resolve(step + ".answer.json");
        if (Files.exists(answer)) {
            return JSON.readTree(Files.readString(answer));
        }
        Path said = diary.resolve(step + ".request.json");
        if (Files.notExists(said)) {
            Files.createDirectories(diary);
            Files.writeString(said, JSON.writeValueAsString(body));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path)).header("Content-Type", "application/json")
                .header("Idempotency-Key", named(step).toString()).POST(HttpRequest.BodyPublishers.ofFile(said));
        JsonNode answered = insistOrForget(person, step, request, said);
        Files.writeString(answer, JSON.writeValueAsString(answered));
        return answered;
    }

    private JsonNode insistOrForget(String person, String step, HttpRequest.Builder request, Path said)
            throws IOException, InterruptedException {
        try {
            return insist(person, step, request, any -> true);
        } catch (DemoRefused refused) {
            Files.delete(said);
            throw refused;
        }
    }

    /** Only whoever signed in once can be named by others. */
    void signsIn(String person) throws IOException, InterruptedException {
        sees(person, "/me/sign-ups?limit=1", any -> true);
    }

    /** Looks until what she waits for is there. */
    JsonNode sees(String person, String path, Predicate<JsonNode> expected) throws IOException, InterruptedException {
        return insist(person, path, HttpRequest.newBuilder(URI.create(api + path)).GET(), expected);
    }

    /** An id a client would make, the same each time. */
    static UUID named(String name) {
        return UUID.nameUUIDFromBytes(("milano-aiuta/demo-week/" + name).getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode insist(String person, String step, HttpRequest.Builder request, Predicate<JsonNode> expected)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> response = http.send(request.copy().setHeader("Authorization", "Bearer " + tokenOf(person))
                    .timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            boolean accepted = response.statusCode() / 100 == 2;
            JsonNode body = accepted ? JSON.readTree(response.body()) : JSON.missingNode();
            if (accepted && expected.test(body)) {
                return body;
            }
            if (FINAL.contains(response.statusCode()) || System.nanoTime() > deadline) {
                throw new DemoRefused(person, step, response.statusCode(), response.body());
            }
            Thread.sleep(500);
        }
    }

    private String tokenOf(String person) throws IOException, InterruptedException {
        String known = tokens.get(person);
        if (known != null) {
            return known;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(tokenEndpoint)).timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers
                        .ofString("grant_type=password&client_id=demo-cli&username=" + person + "&password=demo"))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new DemoRefused(person, "login", response.statusCode(), response.body());
        }
        String token = JSON.readTree(response.body()).path("access_token").asText();
        tokens.put(person, token);
        return token;
    }
}
