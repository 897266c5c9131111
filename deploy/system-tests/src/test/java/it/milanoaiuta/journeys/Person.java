package it.milanoaiuta.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;

/** Somebody who uses the city's platform through the gateway, with a real token of a real login. */
final class Person {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    private final City city;
    private final String name;
    private final String address;
    private String token;

    private Person(City city, String name) {
        this(city, name, city.gateway());
    }

    private Person(City city, String name, String address) {
        this.city = city;
        this.name = name;
        this.address = address;
    }

    /** The same person asking a service itself, as often as she likes. */
    Person at(String service) {
        Person same = new Person(city, name, service);
        same.token = token;
        return same;
    }

    /** A demo person: password <code>demo</code>. */
    static Person signedIn(City city, String name) {
        Personal.told(name);
        Person person = new Person(city, name);
        person.token = tryingToSignIn(city, name, "demo").expect(200).text("/access_token");
        return person;
    }

    static Answer tryingToSignIn(City city, String name, String password) {
        String form = "grant_type=password&client_id=demo-cli&username=" + URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return visitor(city).send(HttpRequest.newBuilder(URI.create(city.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build());
    }

    static Person visitor(City city) {
        return new Person(city, "a visitor");
    }

    /** With a token whose signature is not Keycloak's. */
    Person withForgedToken() {
        Person forger = new Person(city, name);
        forger.token = token.substring(0, token.lastIndexOf('.') + 1) + "forged".repeat(57);
        return forger;
    }

    String token() {
        return token;
    }

    /** The <code>sub</code> of the token. */
    String subject() {
        try {
            return JSON.readTree(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1])).path("sub").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer get(String path) {
        return send(to(path).GET().build());
    }

    /** Creates or confirms, under a key of its own. */
    Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID());
    }

    /** Creates or confirms under this key, to be repeated at will. */
    Answer post(String path, Object body, UUID key) {
        return send(to(path).header("Idempotency-Key", key.toString()).header("Content-Type", "application/json")
                .POST(json(body)).build());
    }

    /** Sends these bytes as they are, whatever they are. */
    Answer postRaw(String path, String contentType, BodyPublisher body) {
        return send(to(path).header("Idempotency-Key", UUID.randomUUID().toString()).header("Content-Type", contentType)
                .POST(body).build());
    }

    Answer delete(String path) {
        return send(to(path).DELETE().build());
    }

    Answer patch(String path, Object body, String etag) {
        HttpRequest.Builder request = to(path).header("Content-Type", "application/merge-patch+json");
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return send(request.method("PATCH", json(body)).build());
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30)).header("Accept", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body == null ? Map.of() : body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks again when told to slow down, after the time told; so does a good client. */
    private Answer send(HttpRequest request) {
        Answer answer = sendOnce(request);
        for (int i = 0; answer.status() == 429 && i < 20; i++) {
            Soon.pause(Duration.ofSeconds(Long.parseLong(answer.headers().firstValue("Retry-After").orElse("1"))));
            answer = sendOnce(request);
        }
        return answer;
    }

    private Answer sendOnce(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            boolean isJson = response.headers().firstValue("content-type").orElse("").contains("json");
            JsonNode body = isJson ? JSON.readTree(response.body()) : NullNode.getInstance();
            return new Answer(name + ": " + request.method() + " " + request.uri(), response.statusCode(), body,
                    response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
