package it.milanoaiuta.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class RealmTest {

    @Test
    void without_demo_nobody_can_log_in_by_a_known_password() throws IOException {
        JsonNode realm = realm(false);
        assertThat(realm.path("users").findValuesAsText("username"))
                .isEqualTo(List.of("service-account-volunteers-service", "service-account-donations-service",
                        "service-account-food-hub-service",
                        "service-account-gateway-service"));
        assertThat(realm.path("clients").findValuesAsText("clientId")).doesNotContain("demo-cli");
        assertThat(realm.toString()).doesNotContain("\"directAccessGrantsEnabled\":true");
    }

    @Test
    void every_secret_of_the_citys_realm_comes_from_the_environment() throws IOException {
        realm(false).findValuesAsText("secret").forEach(secret -> assertThat(secret.substring(0, 2)).isEqualTo("${"));
    }

    @Test
    void the_demo_people_have_the_ids_that_the_demo_week_relies_on() throws IOException {
        JsonNode people = realm(true).path("users");
        List<String> names = people.findValuesAsText("username");
        for (int i = 0; i < 8; i++) {
            String name = List.of("giulia", "omar", "anna", "paolo", "marco", "sara", "luca", "elena").get(i);
            assertThat(people.get(names.indexOf(name)).path("id").asText())
                    .isEqualTo("0192f000-0000-7000-8000-00000000000" + (i + 1));
        }
    }

    @Test
    void realm_roles_are_three() throws IOException {
        assertThat(realm(true).at("/roles/realm").findValuesAsText("name"))
                .isEqualTo(List.of("operator", "coordinator", "service"));
    }

    /** A token stands in addresses (at each logout) and travels to services: who somebody is, is a number. */
    @Test
    void no_token_tells_anything_of_a_person_but_her_number_and_roles() throws IOException {
        assertThat(Set.copyOf(realm(true).findValuesAsText("protocolMapper")))
                .isEqualTo(Set.of("oidc-sub-mapper", "oidc-usersessionmodel-note-mapper", "oidc-usermodel-realm-role-mapper",
                        "oidc-acr-mapper", "oidc-audience-mapper"));
    }

    @Test
    void an_address_is_proved_before_it_signs_anybody_in() throws IOException {
        assertThat(realm(false).path("verifyEmail").asBoolean()).isTrue();
        realm(true).path("users")
                .forEach(person -> assertThat(person.path("emailVerified").asBoolean()).isEqualTo(person.has("email")));
    }

    @Test
    void the_same_files_and_values_are_the_same_edition_and_the_realm_bears_it() throws IOException {
        Realm realm = edition(true, Map.of("GATEWAY_URL", "http://localhost:8080"));
        assertThat(edition(true, Map.of("GATEWAY_URL", "http://localhost:8080")).edition()).isEqualTo(realm.edition());
        assertThat(new ObjectMapper().readTree(realm.text()).at("/attributes").path(Realm.EDITION).asText())
                .isEqualTo(realm.edition());
    }

    @Test
    void another_address_other_people_are_another_edition() throws IOException {
        String edition = edition(true, Map.of("GATEWAY_URL", "http://localhost:8080")).edition();
        assertThat(edition(true, Map.of("GATEWAY_URL", "http://localhost:8090")).edition()).isNotEqualTo(edition);
        assertThat(edition(false, Map.of("GATEWAY_URL", "http://localhost:8080")).edition()).isNotEqualTo(edition);
    }

    @Test
    void who_signs_in_is_spoken_to_in_every_language_of_the_platform() throws IOException {
        Properties platform = new Properties();
        try (Reader file = Files.newBufferedReader(
                Project.root().resolve("platform/web/src/main/resources/META-INF/microprofile-config.properties"))) {
            platform.load(file);
        }
        Set<String> languages = Set.of(platform.getProperty("quarkus.locales").split(","));
        Set<String> supported = new HashSet<>();
        realm(false).path("supportedLocales").forEach(language -> supported.add(language.asText()));
        assertThat(supported).isEqualTo(languages);
        for (String language : languages) {
            for (String theme : List.of("login", "email")) {
                Path words = Project.root().resolve(
                        "deploy/keycloak/themes/milano-aiuta/" + theme + "/messages/messages_" + language + ".properties");
                assertThat(words).exists();
            }
        }
    }

    private static Realm edition(boolean withDemoPeople, Map<String, String> values) throws IOException {
        return Realm.of(Project.root().resolve("deploy/keycloak"), withDemoPeople, values);
    }

    private static JsonNode realm(boolean withDemoPeople) throws IOException {
        return new ObjectMapper().readTree(edition(withDemoPeople, Map.of()).text());
    }
}
