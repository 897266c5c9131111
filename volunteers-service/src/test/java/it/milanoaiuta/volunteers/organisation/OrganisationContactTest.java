package it.milanoaiuta.volunteers.organisation;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.id;
import static it.milanoaiuta.volunteers.City.somebody;
import static it.milanoaiuta.volunteers.City.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.data.vault.Subject;
import it.milanoaiuta.platform.data.vault.Vault;
import it.milanoaiuta.volunteers.City;

/** An organisation's telephone and e-mail are in the vault. */
@QuarkusTest
class OrganisationContactTest {

    private static final String PATH = "/api/v1/organisations";

    @Inject
    EntityManager entities;

    @Inject
    Vault vault;

    UUID owner = somebody();
    UUID coordinator = somebody();
    UUID organisation;

    @BeforeEach
    void itRegisters() {
        organisation = id(as(owner).body(Map.of("name", "Amici della Barona", "contact",
                Map.of("email", "Zenobia.Quaranta@example.org", "phone", "02 8845 1234"))).post(PATH));
    }

    private long readings(UUID reader, String purpose) {
        return count("select count(*) from vault_read where kind = 'organisation' and reader = ?1 and purpose = ?2"
                + " and action = 'READ' and ?3 = any(ids)", reader, purpose, organisation);
    }

    private long count(String query, Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var counting = entities.createNativeQuery(query, Long.class);
            for (int i = 0; i < parameters.length; i++) {
                counting.setParameter(i + 1, parameters[i]);
            }
            return (Long) counting.getSingleResult();
        });
    }

    @Test
    void its_members_and_coordinators_read_it_in_the_form_in_which_it_is_kept_and_each_reading_is_on_record() {
        as(owner).get(PATH + "/{id}", organisation).then().statusCode(200)
                .body("file.email", equalTo("Zenobia.Quaranta@example.org")).body("file.phone", equalTo("+390288451234"));
        as(owner).get(PATH + "/mine").then().statusCode(200)
                .body("items[0].file.email", equalTo("Zenobia.Quaranta@example.org"));
        assertThat(readings(owner, "OWN")).isEqualTo(2);
        as(coordinator, "coordinator").get(PATH + "/{id}", organisation).then().statusCode(200)
                .body("file.phone", equalTo("+390288451234"));
        as(coordinator, "coordinator").body(Map.of("decision", "VERIFIED")).post(PATH + "/{id}/verification", organisation)
                .then().statusCode(200).body("file.email", equalTo("Zenobia.Quaranta@example.org"));
        assertThat(readings(coordinator, "VERIFICATION")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02/88451234", "(02) 8845.1234", "+39.0288451234", "02\u00a08845\u00a01234",
            "\u202a02 8845 1234\u202c",
            "02\u20118845\u20111234", "٠٢ ٨٨٤٥ ١٢٣٤"})
    void a_telephone_is_taken_as_it_is_written_or_pasted(String phone) {
        as(owner).body(Map.of("name", "Amici\u00a0 della\nBarona", "about", "one\r\n two ", "contact",
                Map.of("email", "zenobia@example.org", "phone", phone))).post(PATH).then().statusCode(201)
                .body("file.phone", equalTo("+390288451234")).body("name", equalTo("Amici della Barona"))
                .body("about", equalTo("one\ntwo"));
    }

    @Test
    void what_is_no_telephone_is_told_in_a_sentence_in_every_language() {
        Map.of("en", "Nobody can have", "it", "Nessuno può avere", "ar", "لا يمكن").forEach((language, sentence) -> as(owner)
                .header("Accept-Language", language)
                .body(Map.of("name", "A", "contact", Map.of("email", "a@b.it", "phone", "12345")))
                .post(PATH).then().statusCode(400).body("violations.field", equalTo(List.of("contact.phone")))
                .body("violations[0].message", containsString(sentence)));
    }

    @Test
    void a_telephone_kept_before_is_shown_as_it_was_given() {
        QuarkusTransaction.requiringNew().run(() -> vault.keep(new Subject("organisation", organisation),
                Map.of("email", "a@b.it", "phone", "12345"), Set.of()));
        as(owner).get(PATH + "/{id}", organisation).then().statusCode(200).body("file.phone", equalTo("12345"));
    }

    /** Nobody reads it a second time without a record, and it outlives no erasure. */
    @Test
    void an_answer_given_again_is_without_it() {
        UUID key = UUID.randomUUID();
        Map<String, Object> registration = Map.of("name", "Ancora", "contact", Map.of("email", "zenobia@example.org"));
        withKey(key, owner).body(registration).post(PATH).then().statusCode(201).body("file.email",
                equalTo("zenobia@example.org"));
        withKey(key, owner).body(registration).post(PATH).then().statusCode(201).header("Idempotent-Replayed", "true")
                .body("file.role", equalTo("OWNER")).body("file.email", nullValue());
        for (Map<String, String> told : List.of(Map.of("decision", "VERIFIED"), Map.of("reason", "papers"))) {
            String path = PATH + "/" + organisation + (told.containsKey("decision") ? "/verification" : "/suspension");
            withKey(key, coordinator, "coordinator").body(told).post(path).then().statusCode(200)
                    .body("file.phone", equalTo("+390288451234"));
            withKey(key, coordinator, "coordinator").body(told).post(path).then().statusCode(200)
                    .header("Idempotent-Replayed", "true").body("id", equalTo(organisation.toString()))
                    .body("file.phone", nullValue()).body("file.email", nullValue());
            key = UUID.randomUUID();
        }
        assertThat(readings(coordinator, "VERIFICATION")).isEqualTo(2);
    }

    @Test
    void a_list_is_one_reading_of_those_it_shows() {
        id(as(owner).body(City.registration("Another")).post(PATH));
        as(coordinator, "coordinator").get(PATH + "?status=PENDING&limit=1").then().statusCode(200)
                .body("items.size()", equalTo(1)).body("items[0].file.email", containsString("@example.org"));
        assertThat(count("select count(*) from vault_read where reader = ?1 and cardinality(ids) = 1", coordinator))
                .isEqualTo(1);
        as(owner).get(PATH + "/mine").then().statusCode(200).body("items.size()", equalTo(2));
        assertThat(count("select count(*) from vault_read where reader = ?1 and cardinality(ids) = 2", owner)).isEqualTo(1);
    }

    @Test
    void nobody_else_reads_it_when_it_is_public() {
        as(coordinator, "coordinator").body(Map.of("decision", "VERIFIED")).post(PATH + "/{id}/verification", organisation)
                .then().statusCode(200);
        UUID stranger = somebody();
        given().get(PATH + "/{id}", organisation).then().statusCode(200).body(not(containsString("Zenobia")));
        as(stranger).get(PATH + "/{id}", organisation).then().statusCode(200).body(not(containsString("Zenobia")));
        as(stranger, "operator").get(PATH + "/{id}", organisation).then().statusCode(200).body(not(containsString("Zenobia")));
        given().get(PATH + "?ids={id}", organisation).then().statusCode(200).body(not(containsString("Zenobia")));
        assertThat(count("select count(*) from vault_read where reader = ?1", stranger)).isZero();
    }

    @Test
    void the_database_holds_nothing_of_it_in_clear() {
        List<?> tables = QuarkusTransaction.requiringNew().call(() -> entities
                .createNativeQuery("select tablename from pg_tables where schemaname = 'public'", String.class)
                .getResultList());
        assertThat(tables.contains("vault_entry")).isTrue();
        for (Object table : tables) {
            assertThat(count("select count(*) from " + table + " t where cast(t as text) ilike '%zenobia%'"
                    + " or cast(t as text) like '%88451234%' or cast(t as text) like ?1",
                    "%" + HexFormat.of().formatHex("Zenobia".getBytes(StandardCharsets.UTF_8)) + "%")).as("%s", table).isZero();
        }
    }
}
