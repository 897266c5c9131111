package it.milanoaiuta.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertEquals(3, moved);
        assertEquals("u1", ada.path("id").asText());
        assertEquals("{\"value\":\"h4sh\"}", ada.at("/credentials/0/secretData").asText());
        assertEquals("UPDATE_PASSWORD", ada.at("/requiredActions/0").asText());
        assertEquals("ar", ada.at("/attributes/locale/0").asText());
        assertEquals(5, ada.path("notBefore").asInt());
        assertEquals(1760000000000L, ada.path("createdTimestamp").asLong());
        assertTrue(ada.path("emailVerified").asBoolean() && ada.path("enabled").asBoolean());
    }

    @Test
    void who_was_disabled_or_had_not_proved_her_address_still_is_so() {
        JsonNode other = person("${GATEWAY_SECRET}@people.example");
        assertFalse(other.path("enabled").asBoolean(true) || other.path("emailVerified").asBoolean(true));
    }

    /** Keycloak fills placeholders before it reads: a secret of ours would be somebody's address. */
    @Test
    void what_somebody_calls_herself_is_no_placeholder() {
        String people = text.substring(0, text.indexOf("\"u3\""));
        assertFalse(people.contains("${"), people);
        assertTrue(text.contains("\"${GATEWAY_SECRET}\""), "the file's own are filled");
    }

    @Test
    void nobody_keeps_what_todays_realm_does_not_know() {
        JsonNode ada = person("ada@people.example");
        assertEquals(List.of("default-roles-milano-aiuta", "operator"), JSON.convertValue(ada.path("realmRoles"), List.class));
        assertEquals(Map.of("realm-management", List.of("view-users")),
                JSON.convertValue(ada.path("clientRoles"), Map.class));
        assertFalse(ada.has("groups") || ada.has("federatedIdentities") || ada.has("clientConsents"));
    }

    @Test
    void of_the_files_people_those_come_who_are_not_there_yet() {
        assertEquals("hers", person("Giulia").at("/credentials/0/secretData").asText());
        assertFalse(names().contains("giulia"));
        assertEquals("0192f000-0000-7000-8000-000000000002", person("omar").path("id").asText());
    }

    @Test
    void a_service_is_what_the_file_makes_of_it_and_has_its_number() {
        JsonNode service = person("service-account-gateway-service");
        assertEquals("u4", service.path("id").asText());
        assertEquals("service", service.at("/realmRoles/0").asText());
        assertEquals(1, names().stream().filter("service-account-gateway-service"::equals).count());
    }

    @Test
    void all_settings_are_todays_but_the_keys_that_links_are_signed_with() throws IOException {
        Realm today = Realm.of(Project.root().resolve("deploy/keycloak"), true, Map.of());
        JsonNode file = JSON.readTree(today.text());
        for (Map.Entry<String, JsonNode> setting : file.properties()) {
            if (!List.of("users", "components").contains(setting.getKey())) {
                assertEquals(setting.getValue(), realm.get(setting.getKey()), setting.getKey());
            }
        }
        assertEquals(file.size(), realm.size());
        assertEquals("k1", realm.at("/components/org.keycloak.keys.KeyProvider/0/id").asText());
        assertEquals(file.at("/components/org.keycloak.userprofile.UserProfileProvider"),
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider"));
    }

    private List<String> names() {
        return realm.path("users").findValuesAsText("username");
    }

    private JsonNode person(String name) {
        return StreamSupport.stream(realm.path("users").spliterator(), false)
                .filter(person -> person.path("username").asText().equals(name)).findAny().orElseThrow();
    }
}
