package it.milanoaiuta.volunteers;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.ELENA;
import static it.milanoaiuta.volunteers.City.LUCA;
import static it.milanoaiuta.volunteers.City.PAOLO;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * Every endpoint, tried by everybody on something of Anna's organisation that is not public. 404 for what is not theirs; what
 * belongs to nobody or to the caller alone says so.
 */
@QuarkusTest
class AccessTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final UUID MEMBER = UUID.fromString("0192f000-0000-7000-8000-0000000000a1");
    private static final UUID SERVICE = UUID.randomUUID();

    /** One row: what visitor, stranger, member, owner, operator, coordinator and a service are answered. */
    private record Row(String method, String path, Object body, int visitor, int stranger, int member, int owner, int operator,
            int coordinator, int service) {}

    private static List<Row> table() {
        Map<String, Object> member = Map.of("subject", City.known(), "role", "MEMBER");
        Map<String, Object> presence = Map.of("personId", UUID.randomUUID(), "checkIn", inDays(-1).toString());
        return List.of(
                new Row("POST", "/organisations", City.registration("A"), 401, 201, 201, 201, 201, 201, 401),
                new Row("GET", "/organisations", null, 200, 200, 200, 200, 200, 200, 200),
                new Row("GET", "/organisations/mine", null, 401, 200, 200, 200, 200, 200, 401),
                new Row("GET", "/organisations/{organisation}", null, 404, 404, 200, 200, 404, 200, 404),
                new Row("POST", "/organisations/{organisation}/verification", Map.of("decision", "VERIFIED"), 401, 403, 403,
                        403,
                        403, 409, 403),
                new Row("POST", "/organisations/{organisation}/suspension", Map.of("reason", "x"), 401, 403, 403, 403, 403, 409,
                        403),
                new Row("DELETE", "/organisations/{pending}/suspension", null, 401, 403, 403, 403, 403, 409, 403),
                new Row("GET", "/organisations/{organisation}/members", null, 401, 404, 200, 200, 404, 404, 401),
                new Row("POST", "/organisations/{organisation}/members", member, 401, 404, 403, 200, 404, 404, 401),
                new Row("DELETE", "/organisations/{organisation}/members/{stranger}", null, 401, 404, 403, 204, 404, 404, 401),
                new Row("POST", "/opportunities", "help", 401, 404, 409, 409, 404, 404, 401),
                new Row("GET", "/opportunities/{opportunity}", null, 404, 404, 200, 200, 404, 404, 404),
                new Row("POST", "/opportunities/{opportunity}/shifts", City.times(inDays(5), Duration.ofHours(1), 1), 401, 404,
                        409, 409, 404, 404, 401),
                new Row("GET", "/shifts", null, 200, 200, 200, 200, 200, 200, 200),
                new Row("GET", "/shifts/to-take-over", null, 401, 403, 403, 403, 403, 200, 403),
                new Row("GET", "/shifts/{shift}", null, 404, 404, 200, 200, 404, 200, 404),
                new Row("POST", "/shifts/{shift}/takeover", Map.of("organisationId", UUID.randomUUID()), 401, 403, 403, 403,
                        403,
                        404, 403),
                new Row("POST", "/shifts/{shift}/sign-ups", Map.of("role", "PACKER"), 401, 404, 409, 409, 404, 404, 401),
                new Row("GET", "/shifts/{shift}/sign-ups", null, 401, 404, 200, 200, 404, 404, 401),
                new Row("DELETE", "/shifts/{shift}/sign-ups/me", null, 401, 404, 404, 404, 404, 404, 401),
                new Row("POST", "/shifts/{shift}/sign-ups/me/restoration", null, 401, 404, 404, 404, 404, 404, 401),
                new Row("POST", "/shifts/{shift}/sign-ups/me/acceptance", null, 401, 404, 404, 404, 404, 404, 401),
                new Row("POST", "/shifts/{shift}/attendances", presence, 401, 404, 409, 409, 404, 404, 401),
                new Row("PATCH", "/shifts/{shift}", Map.of("minimumStaffing", 1), 401, 404, 409, 409, 404, 404, 401),
                new Row("DELETE", "/shifts/{cancelled}", null, 401, 404, 204, 204, 404, 204, 401),
                new Row("GET", "/me/sign-ups", null, 401, 200, 200, 200, 200, 200, 401),
                new Row("GET", "/internal/people/{stranger}", null, 401, 403, 403, 403, 403, 403, 204),
                new Row("GET", "/figures?from=2026-01-01&to=2026-01-02", null, 401, 403, 403, 403, 403, 200, 200));
    }

    @Test
    void the_table_holds_every_endpoint() {
        Set<String> endpoints = new HashSet<>();
        for (JavaClass resource : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("it.milanoaiuta.volunteers")) {
            resource.tryGetAnnotationOfType(Path.class).ifPresent(path -> resource.getMethods().stream()
                    .filter(method -> method(method) != null)
                    .forEach(method -> endpoints.add(method(method) + " " + template(path.value() + subPath(method)))));
        }
        Set<String> rows = new HashSet<>();
        table().forEach(row -> rows.add(row.method + " " + template(address(row))));
        assertThat(endpoints).isNotEmpty().isEqualTo(rows);
    }

    @TestFactory
    Stream<DynamicTest> everybody_is_answered_as_the_table_says() {
        Map<String, UUID> ids = hidden();
        return table().stream().flatMap(row -> Stream.of(
                trial(row, ids, "visitor", visitor(), row.visitor),
                trial(row, ids, "stranger", as(PAOLO), row.stranger), trial(row, ids, "member", as(MEMBER), row.member),
                trial(row, ids, "owner", as(ANNA), row.owner), trial(row, ids, "operator", as(LUCA, "operator"), row.operator),
                trial(row, ids, "coordinator", as(ELENA, "coordinator"), row.coordinator),
                trial(row, ids, "service", as(SERVICE, "service"), row.service)));
    }

    /** Neither the status nor a word of the answer tells whether there is something under the id. */
    @TestFactory
    Stream<DynamicTest> what_is_not_theirs_is_answered_as_what_is_not_there() {
        Map<String, UUID> ids = hidden();
        Map<String, UUID> unknown = ids.keySet().stream().collect(Collectors.toMap(name -> name, name -> UUID.randomUUID()));
        return table().stream().filter(row -> row.path.contains("{") || "help".equals(row.body))
                .flatMap(row -> Map.<String, Supplier<RequestSpecification>>of("visitor", AccessTest::visitor, "stranger",
                        () -> as(PAOLO), "operator", () -> as(LUCA, "operator")).entrySet().stream()
                        .map(who -> DynamicTest.dynamicTest(row.method + " " + row.path + " by " + who.getKey(),
                                () -> assertThat(said(ask(row, ids, who.getValue().get())))
                                        .isEqualTo(said(ask(row, unknown, who.getValue().get()))))));
    }

    private static JsonNode said(Response answer) throws IOException {
        return ((ObjectNode) JSON.readTree(answer.asByteArray())).without("traceId");
    }

    private static RequestSpecification visitor() {
        return given().contentType("application/json").header("Idempotency-Key", UUID.randomUUID());
    }

    /** Of Anna's organisation, which is suspended, and one that is not yet verified. */
    private static Map<String, UUID> hidden() {
        UUID organisation = City.verifiedOrganisation(ANNA);
        City.signsIn(MEMBER);
        as(ANNA).body(Map.of("subject", MEMBER, "role", "MEMBER")).post("/api/v1/organisations/{id}/members", organisation);
        UUID opportunity = City.opportunity(ANNA, organisation);
        UUID shift = City.shift(ANNA, opportunity, inDays(3), 1);
        UUID cancelled = City.shift(ANNA, opportunity, inDays(4), 1);
        as(ANNA).delete("/api/v1/shifts/{id}", cancelled);
        Map<String, UUID> ids = Map.of("organisation", organisation, "pending", City.pendingOrganisation(ANNA), "opportunity",
                opportunity, "shift", shift, "cancelled", cancelled, "stranger", City.known());
        City.asCoordinator().body(Map.of("reason", "hidden")).post("/api/v1/organisations/{id}/suspension", organisation);
        return ids;
    }

    private static DynamicTest trial(Row row, Map<String, UUID> ids, String who, RequestSpecification request, int expected) {
        return DynamicTest.dynamicTest(row.method + " " + row.path + " by " + who,
                () -> assertThat(ask(row, ids, request).statusCode()).isEqualTo(expected));
    }

    private static Response ask(Row row, Map<String, UUID> ids, RequestSpecification request) {
        String path = address(row);
        for (Map.Entry<String, UUID> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue().toString());
        }
        if (row.body != null) {
            request.body(row.body.equals("help") ? City.help(ids.get("organisation")) : row.body);
        }
        return request.request(row.method, path);
    }

    private static String address(Row row) {
        return row.path.startsWith("/internal/") ? row.path : "/api/v1" + row.path;
    }

    private static String method(JavaMethod method) {
        return Stream.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class)
                .filter(method::isAnnotatedWith).map(Class::getSimpleName).findFirst().orElse(null);
    }

    private static String subPath(JavaMethod method) {
        return method.isAnnotatedWith(Path.class) ? method.getAnnotationOfType(Path.class).value() : "";
    }

    private static String template(String path) {
        return path.replaceAll("\\?.*", "").replaceAll("\\{\\w+}", "{}");
    }
}
