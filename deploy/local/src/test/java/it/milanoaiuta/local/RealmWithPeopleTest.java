package it.milanoaiuta.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class RealmWithPeopleTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private String text;
    private JsonNode realm;
    private int moved;

    /** As Keycloak exports it, but for what does not matter here. */
    @BeforeEach
    void aRealmOfBefore() throws IOException {
        Path before = Files.createDirectory(folder.resolve("before"));
        Files.writeString(before.resolve("milano-aiuta-realm.json"), """
                {"id": "4a1f", "realm": "milano-aiuta", "verifyEmail": false, "smtpServer": {},
                 "roles": {"realm": [{"id": "r1", "name": "operator"}, {"id": "r2", "name": "inspector"}]},
                 "clients": [{"clientId": "archive"}], "authenticationFlows": [{"alias": "old"}],
                 "components": {"org.keycloak.keys.KeyProvider": [{"id": "k1", "providerId": "rsa-generated"}],
                                "org.keycloak.userprofile.UserProfileProvider": [{"id": "p1"}]}}
                """);
        Files.writeString(before.resolve("milano-aiuta-users-0.json"), """
                {"realm": "milano-aiuta", "users": [
                   {"id": "u1", "username": "ada@people.example", "email": "ada@people.example", "emailVerified": true,
                    "enabled": true, "createdTimestamp": 1760000000000, "notBefore": 5, "requiredActions": ["UPDATE_PASSWORD"],
                    "attributes": {"locale": ["ar"]},
                    "credentials": [{"id": "c1", "type": "password", "secretData": "{\\"value\\":\\"h4sh\\"}"}],
                    "realmRoles": ["default-roles-milano-aiuta", "operator", "inspector"],
                    "clientRoles": {"realm-management": ["view-users"], "archive": ["reader"]},
                    "groups": ["/somewhere"], "federatedIdentities": [{"identityProvider": "x"}], "clientConsents": []},
                   {"id": "u2", "username": "${GATEWAY_SECRET}@people.example", "email": "${GATEWAY_SECRET}@people.example",
                    "emailVerified": false, "enabled": false, "realmRoles": []},
                   {"id": "u4", "username": "service-account-gateway-service", "enabled": true,
                    "serviceAccountClientId": "gateway-service", "realmRoles": ["operator"]}]}
                """);
        Files.writeString(before.resolve("milano-aiuta-users-1.json"), """
                {"realm": "milano-aiuta", "users": [
                   {"id": "u3", "username": "Giulia", "email": "giulia@demo.example", "enabled": true,
                    "credentials": [{"id": "c3", "type": "password", "secretData": "hers"}]}]}
                """);
        Realm today = Realm.of(Project.root().resolve("deploy/keycloak"), true, Map.of());
        moved = new RealmWithPeople(today.document()).write(before, folder.resolve("today.json"));
        text = Files.readString(folder.resolve("today.json"));
        realm = JSON.readTree(text);
    }

    @Test
    void a_person_is_who_she_was() {
        JsonNode ada = person("ada@people.example");
        assertThat(moved).isEqualTo(3);
        assertThat(ada.path("id").asText()).isEqualTo("u1");
        assertThat(ada.at("/credentials/0/secretData").asText()).isEqualTo("{\"value\":\"h4sh\"}");
        assertThat(ada.at("/requiredActions/0").asText()).isEqualTo("UPDATE_PASSWORD");
        assertThat(ada.at("/attributes/locale/0").asText()).isEqualTo("ar");
        assertThat(ada.path("notBefore").asInt()).isEqualTo(5);
        assertThat(ada.path("createdTimestamp").asLong()).isEqualTo(1760000000000L);
        assertThat(ada.path("emailVerified").asBoolean() && ada.path("enabled").asBoolean()).isTrue();
    }

    @Test
    void who_was_disabled_or_had_not_proved_her_address_still_is_so() {
        JsonNode other = person("${GATEWAY_SECRET}@people.example");
        assertThat(other.path("enabled").asBoolean(true) || other.path("emailVerified").asBoolean(true)).isFalse();
    }

    /** Keycloak fills placeholders before it reads: a secret of ours would be somebody's address. */
    @Test
    void what_somebody_calls_herself_is_no_placeholder() {
        String people = text.substring(0, text.indexOf("\"u3\""));
        assertThat(people).doesNotContain("${");
        assertThat(text).as("the file's own are filled").contains("\"${GATEWAY_SECRET}\"");
    }

    @Test
    void nobody_keeps_what_todays_realm_does_not_know() {
        JsonNode ada = person("ada@people.example");
        assertThat(JSON.convertValue(ada.path("realmRoles"), List.class))
                .isEqualTo(List.of("default-roles-milano-aiuta", "operator"));
        assertThat(JSON.convertValue(ada.path("clientRoles"), Map.class))
                .isEqualTo(Map.of("realm-management", List.of("view-users")));
        assertThat(ada.has("groups") || ada.has("federatedIdentities") || ada.has("clientConsents")).isFalse();
    }

    @Test
    void of_the_files_people_those_come_who_are_not_there_yet() {
        assertThat(person("Giulia").at("/credentials/0/secretData").asText()).isEqualTo("hers");
        assertThat(names()).doesNotContain("giulia");
        assertThat(person("omar").path("id").asText()).isEqualTo("0192f000-0000-7000-8000-000000000002");
    }

    @Test
    void a_service_is_what_the_file_makes_of_it_and_has_its_number() {
        JsonNode service = person("service-account-gateway-service");
        assertThat(service.path("id").asText()).isEqualTo("u4");
        assertThat(service.at("/realmRoles/0").asText()).isEqualTo("service");
        assertThat(names().stream().filter("service-account-gateway-service"::equals).count()).isEqualTo(1);
    }

    @Test
    void all_settings_are_todays_but_the_keys_that_links_are_signed_with() throws IOException {
        Realm today = Realm.of(Project.root().resolve("deploy/keycloak"), true, Map.of());
        JsonNode file = JSON.readTree(today.text());
        for (Map.Entry<String, JsonNode> setting : file.properties()) {
            if (!List.of("users", "components").contains(setting.getKey())) {
                assertThat(realm.get(setting.getKey())).as(setting.getKey()).isEqualTo(setting.getValue());
            }
        }
        assertThat(realm.size()).isEqualTo(file.size());
        assertThat(realm.at("/components/org.keycloak.keys.KeyProvider/0/id").asText()).isEqualTo("k1");
        assertThat(realm.at("/components/org.keycloak.userprofile.UserProfileProvider"))
                .isEqualTo(file.at("/components/org.keycloak.userprofile.UserProfileProvider"));
    }

    private List<String> names() {
        return realm.path("users").findValuesAsText("username");
    }

    private JsonNode person(String name) {
        return StreamSupport.stream(realm.path("users").spliterator(), false)
                .filter(person -> person.path("username").asText().equals(name)).findAny().orElseThrow();
    }
}
