package it.milanoaiuta.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import it.milanoaiuta.local.OwnPlatform;
import it.milanoaiuta.local.PartFailed;
import it.milanoaiuta.platform.testing.KeycloakAdministrator;

/** A version starts on the data of an older one, on a real Keycloak: the accounts stay, the realm is today's. */
@Tag("faults")
class OldRealmIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "a good long password";
    private static final String MOVES = "the realm of another edition";
    private static final Path FOLDER = Path.of("target/old-realm");

    @Test
    void who_had_an_account_in_an_older_realm_has_it_in_todays() throws Exception {
        Map<String, String> numbers;
        try (OwnPlatform platform = OwnPlatform.start(FOLDER, "--infra", "--demo")) {
            assertThat(platform.said()).doesNotContain(MOVES);
            administrator(platform).replaceRealm(document());
            numbers = settle(administrator(platform));
        }
        endsHalfWay();
        try (OwnPlatform platform = startAgain()) {
            assertThat(platform.said()).contains("with its people (4)");
            assertTodays(administrator(platform));
            mustBeAsBefore(numbers, platform);
            assertThat(Files.notExists(FOLDER.resolve("keycloak/upgrade"))).as("what held credentials is gone").isTrue();
        }
        try (OwnPlatform platform = startAgain()) {
            assertThat(platform.said()).doesNotContain(MOVES);
            assertThat(numberOf(platform, "ada", PASSWORD)).isEqualTo(numbers.get("ada"));
        }
    }

    private static OwnPlatform startAgain() {
        return OwnPlatform.startAgain(FOLDER, "--infra", "--demo");
    }

    /** As it was before people proved their address: other flows, no audience for the gateway, a scope too many. */
    private static String document() throws IOException {
        return Files.readString(Path.of("src/test/resources/realm-of-before.json")).replaceAll("\\$\\{[A-Z_]+}",
                "http://localhost");
    }

    /** Numbers by name. */
    private static Map<String, String> settle(KeycloakAdministrator administrator) {
        Map<String, String> numbers = Map.of("ada", administrator.newPerson(address("ada"), PASSWORD), "dora",
                administrator.newPerson(address("dora"), PASSWORD), "una", administrator.newPerson(address("una"), PASSWORD),
                "giulia", administrator.newPerson("giulia@demo.example", PASSWORD));
        administrator.change(numbers.get("dora"), Map.of("enabled", false));
        administrator.change(numbers.get("una"), Map.of("emailVerified", false));
        return numbers;
    }

    private static void endsHalfWay() throws InterruptedException {
        Path importing = FOLDER.resolve("run/keycloak-import.pid");
        CompletableFuture<PartFailed> start = CompletableFuture
                .supplyAsync(() -> catchThrowableOfType(PartFailed.class, OldRealmIT::startAgain));
        Poll.until("it imports", Duration.ofMinutes(5), () -> Files.exists(importing));
        killed(importing);
        assertThat(start.join().getMessage()).contains("all accounts are as they were");
    }

    private static void killed(Path processFile) {
        try {
            ProcessHandle.of(Long.parseLong(Files.readString(processFile).split("-")[0])).orElseThrow().destroyForcibly();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertTodays(KeycloakAdministrator administrator) {
        JsonNode realm = administrator.look("");
        assertThat(realm.path("verifyEmail").asBoolean()).isTrue();
        assertThat(realm.at("/smtpServer/host").asText()).isEqualTo("127.0.0.1");
        assertThat(administrator.look("/authentication/flows/registration/executions").findValuesAsText("providerId"))
                .contains("milano-aiuta-account");
        assertThat(administrator.look("/clients?clientId=gateway").findValuesAsText("included.custom.audience"))
                .contains("gateway");
        assertThat(administrator.look("/client-scopes").findValuesAsText("name")).doesNotContain("email");
    }

    private static void mustBeAsBefore(Map<String, String> numbers, OwnPlatform platform) throws Exception {
        assertThat(numberOf(platform, "ada", PASSWORD)).isEqualTo(numbers.get("ada"));
        assertThat(refusal(platform, "dora")).isEqualTo("Account disabled");
        assertThat(refusal(platform, "una")).isEqualTo("Account is not fully set up");
        KeycloakAdministrator administrator = administrator(platform);
        assertThat(administrator.personOf(address("una"))).isEqualTo(numbers.get("una"));
        assertThat(administrator.look("/users?email=giulia@demo.example").findValuesAsText("id"))
                .as("who was there first stays").isEqualTo(List.of(numbers.get("giulia")));
        assertThat(subOf(signIn(platform, "elena", "demo"))).isEqualTo("0192f000-0000-7000-8000-000000000008");
    }

    private static String numberOf(OwnPlatform platform, String name, String password) throws Exception {
        return subOf(signIn(platform, address(name), password));
    }

    private static String refusal(OwnPlatform platform, String name) throws Exception {
        return signIn(platform, address(name), PASSWORD).path("error_description").asText();
    }

    private static String subOf(JsonNode signedIn) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(signedIn.path("access_token").asText().split("\\.")[1])).path("sub")
                .asText();
    }

    private static JsonNode signIn(OwnPlatform platform, String name, String password) throws Exception {
        String form = Map.of("grant_type", "password", "client_id", "demo-cli", "username", name, "password", password)
                .entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return JSON.readTree(HttpClient.newHttpClient()
                .send(HttpRequest
                        .newBuilder(URI.create(platform.addresses().realm() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))
                        .build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static KeycloakAdministrator administrator(OwnPlatform platform) {
        return new KeycloakAdministrator(platform.addresses().realm(), platform.adminPassword());
    }

    private static String address(String name) {
        return name + "@people.example";
    }
}
