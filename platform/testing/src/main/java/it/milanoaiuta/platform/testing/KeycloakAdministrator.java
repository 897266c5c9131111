package it.milanoaiuta.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an administrator of the realm does to an account. */
public final class KeycloakAdministrator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_MILLIS = 30_000;

    private final String realm;
    private final String token;

    /** @param realmUrl the issuer */
    public KeycloakAdministrator(String realmUrl, String password) {
        this.realm = realmUrl.replace("/realms/", "/admin/realms/");
        this.token = send(HttpRequest.newBuilder(URI.create(realmUrl.replaceFirst("/realms/.*",
                "/realms/master/protocol/openid-connect/token"))).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=admin&password=" + password)))
                .path("access_token").asText();
    }

    /** The id of whoever has this address or name. */
    public String personOf(String address) {
        String by = (address.contains("@") ? "email=" : "username=") + URLEncoder.encode(address, StandardCharsets.UTF_8);
        return send(to("/users?exact=true&" + by).GET()).path(0).path("id").asText();
    }

    /** An account whose address is proved; its id. */
    public String newPerson(String address, String password) {
        send(to("/users").header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.valueToTree(
                Map.of("username", address, "email", address, "emailVerified", true, "enabled", true, "credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .toString())));
        return personOf(address);
    }

    /** The rest of the account stays: what is not sent, Keycloak takes for empty. */
    public void change(String person, Map<String, Object> what) {
        ObjectNode account = (ObjectNode) send(to("/users/" + person).GET());
        account.setAll((ObjectNode) JSON.valueToTree(what));
        send(to("/users/" + person).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(account.toString())));
    }

    /** Throws the realm away, with everybody, and makes it as a document says. Whoever administers it then is another. */
    public void replaceRealm(String document) {
        send(HttpRequest.newBuilder(URI.create(realm)).header("Authorization", "Bearer " + token).DELETE());
        send(HttpRequest.newBuilder(URI.create(realm.replaceFirst("/[^/]*$", ""))).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(document)));
    }

    /** What the realm says of itself under a path, "" for its own settings. */
    public JsonNode look(String path) {
        return send(to(path).GET());
    }

    /** Ends all sessions of a person. */
    public void signOut(String person) {
        send(to("/users/" + person + "/logout").POST(BodyPublishers.noBody()));
    }

    /** Failures are counted beside the answer to the one who failed. */
    public void awaitLocked(String person) throws InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!send(to("/attack-detection/brute-force/users/" + person).GET()).path("disabled").asBoolean()) {
            if (System.currentTimeMillis() > deadline) {
                throw new IllegalStateException(person + " is not locked.");
            }
            Thread.sleep(100);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(realm + path)).header("Authorization", "Bearer " + token);
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
