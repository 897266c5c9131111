package it.milanoaiuta.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class RealmTest {

    @Test
    void without_demo_nobody_can_log_in_by_a_known_password() throws IOException {
        JsonNode realm = realm(false);
        assertEquals(List.of("service-account-volunteers-service", "service-account-donations-service",
                "service-account-food-hub-service",
                "service-account-gateway-service"), realm.path("users").findValuesAsText("username"));
        assertFalse(realm.path("clients").findValuesAsText("clientId").contains("demo-cli"));
        assertFalse(realm.toString().contains("\"directAccessGrantsEnabled\":true"));
    }

    @Test
    void every_secret_of_the_citys_realm_comes_from_the_environment() throws IOException {
        realm(false).findValuesAsText("secret").forEach(secret -> assertEquals("${", secret.substring(0, 2)));
    }

    @Test
    void the_demo_people_have_the_ids_that_the_demo_week_relies_on() throws IOException {
        JsonNode people = realm(true).path("users");
        List<String> names = people.findValuesAsText("username");
        for (int i = 0; i < 8; i++) {
            String name = List.of("giulia", "omar", "anna", "paolo", "marco", "sara", "luca", "elena").get(i);
            assertEquals("0192f000-0000-7000-8000-00000000000" + (i + 1), people.get(names.indexOf(name)).path("id").asText());
        }
    }

    @Test
    void realm_roles_are_three() throws IOException {
        assertEquals(List.of("operator", "coordinator", "service"), realm(true).at("/roles/realm").findValuesAsText("name"));
    }

    /** A token stands in addresses (at each logout) and travels to services: who somebody is, is a number. */
    @Test
    void no_token_tells_anything_of_a_person_but_her_number_and_roles() throws IOException {
        assertEquals(Set.of("oidc-sub-mapper", "oidc-usersessionmodel-note-mapper", "oidc-usermodel-realm-role-mapper",
                "oidc-acr-mapper", "oidc-audience-mapper"),
                Set.copyOf(realm(true).findValuesAsText("protocolMapper")));
    }

    @Test
    void an_address_is_proved_before_it_signs_anybody_in() throws IOException {
        assertTrue(realm(false).path("verifyEmail").asBoolean());
        realm(true).path("users")
                .forEach(person -> assertEquals(person.has("email"), person.path("emailVerified").asBoolean()));
    }

    @Test
    void the_same_files_and_values_are_the_same_edition_and_the_realm_bears_it() throws IOException {
        Realm realm = edition(true, Map.of("GATEWAY_URL", "http://localhost:8080"));
        assertEquals(realm.edition(), edition(true, Map.of("GATEWAY_URL", "http://localhost:8080")).edition());
        assertEquals(realm.edition(), new ObjectMapper().readTree(realm.text()).at("/attributes").path(Realm.EDITION).asText());
    }

    @Test
    void another_address_other_people_are_another_edition() throws IOException {
        String edition = edition(true, Map.of("GATEWAY_URL", "http://localhost:8080")).edition();
        assertNotEquals(edition, edition(true, Map.of("GATEWAY_URL", "http://localhost:8090")).edition());
        assertNotEquals(edition, edition(false, Map.of("GATEWAY_URL", "http://localhost:8080")).edition());
    }

    private static Realm edition(boolean withDemoPeople, Map<String, String> values) throws IOException {
        return Realm.of(Project.root().resolve("deploy/keycloak"), withDemoPeople, values);
    }

    private static JsonNode realm(boolean withDemoPeople) throws IOException {
        return new ObjectMapper().readTree(edition(withDemoPeople, Map.of()).text());
    }
}
