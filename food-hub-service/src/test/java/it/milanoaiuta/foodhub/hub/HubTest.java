package it.milanoaiuta.foodhub.hub;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.VolunteersDouble;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.platform.testing.OnLocalStack;
import it.milanoaiuta.platform.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(value = OnLocalStack.class, initArgs = @ResourceArg(name = "service", value = "food-hub"))
@QuarkusTestResource(VolunteersDouble.class)
class HubTest {

    private static final UUID ISOLA = UUID.fromString("0192f000-0000-7000-8000-000000000101");
    private static final UUID LAMBRATE = UUID.fromString("0192f000-0000-7000-8000-000000000102");
    private static final UUID ELENA = UUID.fromString("0192f000-0000-7000-8000-000000000008");

    @Inject
    LoadingHubs loading;

    @Inject
    Session session;

    @Inject
    ObjectMapper json;

    @Inject
    Scene scene;

    @Test
    void the_city_has_eleven_hubs_one_of_them_for_fresh_produce_and_seven_that_say_they_are_demo() {
        given().get("/api/v1/hubs").then().statusCode(200)
                .body("items.findAll { it.name != 'Test' }", hasSize(11))
                .body("items.findAll { it.kind == 'FRESH_PRODUCE' }.code", equalTo(List.of("FOODY")))
                .body("items.findAll { !it.demo }.code", containsInAnyOrder("ISOLA", "LAMBRATE", "GALLARATESE", "FOODY"))
                .body("items.municipio.unique()", hasSize(9));
        given().get("/api/v1/hubs/" + ISOLA).then().statusCode(200)
                .body("address", equalTo("via Borsieri 2, Milano"))
                .body("opening", hasSize(6))
                .body("capacityKg.AMBIENT", equalTo("20000.000"));
        given().get("/api/v1/hubs/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void replicas_that_start_at_once_open_each_hub_once() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                "update hub set code = 'X', edition = 0 where code = 'NIGUARDA'").executeUpdate());
        AtOnce.call(8, i -> {
            loading.atStart(new StartupEvent());
            return null;
        });
        assertThat(told("HubOpened.v1")).as("each hub is opened once, whoever starts").isEqualTo(11);
        assertThat(told("HubChanged.v1")).as("and what differs from the file is told once").isEqualTo(1);
    }

    @Test
    void a_file_of_the_same_or_an_older_edition_overwrites_nothing() {
        for (int newer = 0; newer <= 1; newer++) {
            int edition = LoadingHubs.read(json).edition() + newer;
            scene.sql("update hub set name = 'Cambiato', edition = ?1 where code = 'NIGUARDA'", edition);
            loading.atStart(new StartupEvent());
            assertThat(scene.text("select name from hub where code = 'NIGUARDA'")).isEqualTo("Cambiato");
        }
        scene.sql("update hub set edition = 0 where code = 'NIGUARDA'");
        loading.atStart(new StartupEvent());
        assertThat(scene.count("select count(*) from hub where name = 'Cambiato' or edition = 0 and name <> 'Test'"))
                .isEqualTo(0);
    }

    @Test
    void nobody_names_herself() {
        given().auth().oauth2(TestTokens.of(ELENA, "coordinator")).header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON).body(Map.of("subject", ELENA, "from", "2026-01-01"))
                .post("/api/v1/hubs/" + ISOLA + "/managers").then().statusCode(400)
                .body("violations.field", hasItem("subject")).body("type", equalTo("/problems/names-herself"));
        assertThat(scene.count("select count(*) from hub_manager where subject = ?1", ELENA)).isEqualTo(0);
    }

    @Test
    void only_a_known_person_is_named_and_when_nobody_can_be_asked_nobody_is() {
        name(ISOLA, VolunteersDouble.NOBODY, "2026-01-01", null).then().statusCode(400).body("violations.field",
                hasItem("subject")).body("type", equalTo("/problems/unknown-person"));
        name(ISOLA, VolunteersDouble.AWAY, "2026-01-01", null).then().statusCode(503).header("Retry-After", equalTo("10"));
        assertThat(scene.count("select count(*) from hub_manager where subject in (?1, ?2)", VolunteersDouble.NOBODY,
                VolunteersDouble.AWAY)).isEqualTo(0);
        name(ISOLA, UUID.randomUUID(), "2026-01-01", "2026-01-02").then().statusCode(201);
    }

    @Test
    void who_acts_for_the_city_does_not_pass_as_a_manager_whatever_the_rows_say() {
        Scene.OwnHub hub = scene.hub();
        for (String role : List.of("coordinator", "operator")) {
            RequestSpecification acting = as(hub.manager(), role);
            acting.get("/api/v1/hubs/mine").then().statusCode(200).body("items", hasSize(0));
            acting.get("/api/v1/hubs/" + hub.id() + "/stock").then().statusCode(404);
        }
        as(hub.manager()).get("/api/v1/hubs/" + hub.id() + "/stock").then().statusCode(200);
    }

    @Test
    void who_manages_no_longer_is_not_told_again_what_she_did() {
        UUID person = UUID.randomUUID();
        UUID key = UUID.randomUUID();
        name(LAMBRATE, person, "2020-01-01", null).then().statusCode(201);
        pause(person, key).then().statusCode(200);
        pause(person, key).then().statusCode(200).header("Idempotent-Replayed", "true");
        as(ELENA, "coordinator").delete("/api/v1/hubs/" + LAMBRATE + "/managers/" + person).then().statusCode(204);
        pause(person, key).then().statusCode(404);
        as(ELENA, "coordinator").post("/api/v1/hubs/" + LAMBRATE + "/resume").then().statusCode(200);
    }

    private static Response pause(UUID person, UUID key) {
        return given().auth().oauth2(TestTokens.of(person)).header("Idempotency-Key", key).contentType("application/json")
                .post("/api/v1/hubs/" + LAMBRATE + "/pause");
    }

    @Test
    void a_manager_is_named_from_a_day_to_a_day_by_the_coordinator() {
        UUID person = UUID.randomUUID();
        name(ISOLA, person, "2020-01-01", null).then().statusCode(201).body("until", equalTo(null));
        as(person).get("/api/v1/hubs/mine").then().statusCode(200).body("items.code", equalTo(List.of("ISOLA")));
        name(ISOLA, person, "2020-01-01", "2020-12-31").then().statusCode(201);
        as(person).get("/api/v1/hubs/mine").then().body("items", hasSize(0));
        name(ISOLA, person, "2020-01-01", "2020-12-31").then().statusCode(201);
        coordinator().get("/api/v1/hubs/" + ISOLA + "/managers").then().statusCode(200)
                .body("items.findAll { it.subject == '" + person + "' }.until", equalTo(List.of("2020-12-31")));
        coordinator().delete("/api/v1/hubs/" + ISOLA + "/managers/" + person).then().statusCode(204);
        coordinator().delete("/api/v1/hubs/" + ISOLA + "/managers/" + person).then().statusCode(404);
        assertThat(toldOf(person)).as("naming her with the days she has already tells nothing")
                .isEqualTo(List.of("ManagerNamed.v1", "ManagerNamed.v1", "ManagerRemoved.v1"));
    }

    @Test
    void ten_coordinators_who_name_the_same_person_at_once_leave_one_row() throws Exception {
        UUID person = UUID.randomUUID();
        List<Integer> answers = AtOnce.call(10, i -> name(LAMBRATE, person, "2026-01-01", null).statusCode());
        assertThat(answers.stream().distinct().toList()).isEqualTo(List.of(201));
        assertThat(toldOf(person)).isEqualTo(List.of("ManagerNamed.v1"));
    }

    @Test
    void wrong_managers_are_refused_field_by_field() {
        name(ISOLA, null, "2026-01-01", null).then().statusCode(400).body("violations.field", hasItem("subject"));
        name(ISOLA, UUID.randomUUID(), null, null).then().statusCode(400).body("violations.field", hasItem("from"));
        name(ISOLA, UUID.randomUUID(), "2026-02-01", "2026-01-31").then().statusCode(400)
                .body("violations.field", hasItem("until"));
        name(UUID.randomUUID(), UUID.randomUUID(), "2026-02-01", null).then().statusCode(404);
    }

    private io.restassured.response.Response name(UUID hub, UUID person, String from, String until) {
        Map<String, Object> body = new java.util.HashMap<>();
        body.put("subject", person);
        body.put("from", from);
        body.put("until", until);
        return coordinator().body(body).post("/api/v1/hubs/" + hub + "/managers");
    }

    private RequestSpecification coordinator() {
        return as(ELENA, "coordinator");
    }

    private static RequestSpecification as(UUID person, String... roles) {
        return given().auth().oauth2(TestTokens.of(person, roles)).header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    private long told(String type) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery("""
                select count(*) from (select event_id, type from outbox union select event_id, type from event_log) told
                where type = :type""", Long.class).setParameter("type", type).getSingleResult());
    }

    private List<String> toldOf(UUID person) {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery("""
                select type from (
                  select seq, type, payload from outbox union select seq, type, payload from event_log
                ) told where payload ->> 'subject' = :person order by seq""", String.class)
                .setParameter("person", person.toString()).getResultList());
    }
}
