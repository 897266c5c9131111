package it.milanoaiuta.donations;

import static it.milanoaiuta.donations.City.PASTA;
import static it.milanoaiuta.donations.City.as;
import static it.milanoaiuta.donations.City.gift;
import static it.milanoaiuta.donations.City.hub;
import static it.milanoaiuta.donations.City.in;
import static it.milanoaiuta.donations.City.need;
import static it.milanoaiuta.donations.City.organisationOf;
import static it.milanoaiuta.donations.City.visitor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Every endpoint, by everybody, on what is hers and on what is not. A new endpoint without a row here fails. */
@QuarkusTest
class AccessTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final UUID ANNA = UUID.randomUUID();
    private static final UUID STRANGER = UUID.randomUUID();
    private static final UUID OFFICIAL = UUID.randomUUID();

    /** Who asks, in the order of the expected answers: the row's own person is Anna. */
    private static final List<By> CALLERS = List.of(
            new By("visitor", () -> visitor()),
            new By("stranger", () -> as(STRANGER)),
            new By("owner", () -> as(ANNA)),
            new By("operator", () -> as(OFFICIAL, "operator")),
            new By("coordinator", () -> as(OFFICIAL, "coordinator")),
            new By("service", () -> as(OFFICIAL, "service")));

    private record By(String name, Supplier<RequestSpecification> request) {}

    /** @param expected of visitor, stranger, owner, operator, coordinator, service */
    private record Row(String endpoint, String about, Function<RequestSpecification, Response> call, int... expected) {}

    private static final List<Row> TABLE = List.of(
            new Row("GET /api/v1/items", "", http -> http.get("/api/v1/items"), 200, 200, 200, 200, 200, 200),
            new Row("GET /api/v1/items/{id}", "", http -> http.get("/api/v1/items/{id}", PASTA), 200, 200, 200, 200, 200, 200),
            new Row("POST /api/v1/needs", "of Anna's organisation", http -> http
                    .body(need(organisationOf(ANNA)).forGoods(PASTA, "1", "PIECE").body()).post("/api/v1/needs"),
                    401, 404, 201, 404, 404, 401),
            new Row("POST /api/v1/needs", "of Anna's hub", http -> http
                    .body(City.appeal(City.hubOf(ANNA)).forGoods(PASTA, "1", "PIECE").body()).post("/api/v1/needs"),
                    401, 404, 201, 404, 404, 401),
            new Row("POST /api/v1/needs/{id}/validation", "pending", http -> http.body(Map.of("decision", "PUBLISHED"))
                    .post("/api/v1/needs/{id}/validation", pending()), 401, 403, 403, 403, 200, 403),
            new Row("GET /api/v1/needs", "", http -> http.get("/api/v1/needs"), 200, 200, 200, 200, 200, 200),
            new Row("GET /api/v1/needs/mine", "", http -> http.get("/api/v1/needs/mine"), 401, 200, 200, 200, 200, 401),
            new Row("GET /api/v1/needs/pending", "", http -> http.get("/api/v1/needs/pending"), 401, 403, 403, 403, 200, 403),
            new Row("GET /api/v1/needs/{id}", "published", http -> http.get("/api/v1/needs/{id}", published().id()),
                    200, 200, 200, 200, 200, 200),
            new Row("GET /api/v1/needs/{id}", "pending", http -> http.get("/api/v1/needs/{id}", pending()),
                    404, 404, 200, 404, 200, 404),
            new Row("GET /api/v1/needs/{id}", "unknown", http -> http.get("/api/v1/needs/{id}", UUID.randomUUID()),
                    404, 404, 404, 404, 404, 404),
            new Row("POST /api/v1/needs/{id}/renewal", "published", http -> http
                    .post("/api/v1/needs/{id}/renewal", published().id()), 401, 404, 200, 404, 404, 401),
            new Row("POST /api/v1/needs/{id}/closure", "published", http -> http
                    .post("/api/v1/needs/{id}/closure", published().id()), 401, 404, 200, 404, 404, 401),
            new Row("DELETE /api/v1/needs/{id}", "published", http -> http.delete("/api/v1/needs/{id}", published().id()),
                    401, 404, 204, 404, 404, 401),
            new Row("POST /api/v1/donations", "to an open need", http -> http
                    .body(gift().to(published().line(), PASTA, "1", "PIECE").body()).post("/api/v1/donations"),
                    401, 201, 201, 201, 201, 401),
            new Row("POST /api/v1/donations", "in the name of Anna's organisation", http -> http
                    .body(gift().with("donorOrganisationId", organisationOf(ANNA)).toStock(PASTA, "1", "PIECE").body())
                    .post("/api/v1/donations"), 401, 404, 201, 404, 404, 401),
            new Row("POST /api/v1/donations", "of the stock of Anna's hub", http -> http
                    .body(gift().with("onBehalfOfHubId", City.hubOf(ANNA)).to(published().line(), PASTA, "1", "PIECE")
                            .body())
                    .post("/api/v1/donations"), 401, 404, 201, 404, 404, 401),
            new Row("POST /api/v1/donations", "to a pending need", http -> http
                    .body(gift().to(pendingLine(), PASTA, "1", "PIECE").body()).post("/api/v1/donations"),
                    401, 404, 404, 404, 404, 401),
            new Row("GET /api/v1/donations/mine", "", http -> http.get("/api/v1/donations/mine"), 401, 200, 200, 200, 200, 401),
            new Row("GET /api/v1/donations/{code}", "by its code",
                    http -> http.get("/api/v1/donations/{code}", pledged().code()),
                    200, 200, 200, 200, 200, 200),
            new Row("PATCH /api/v1/donations/{code}", "", http -> http.header("If-Match", "\"0\"")
                    .body(Map.of("hubId", hub(1), "windowStart", in(1, ChronoUnit.HOURS), "windowEnd", in(2, ChronoUnit.HOURS)))
                    .patch("/api/v1/donations/{code}", pledged().code()), 401, 404, 200, 404, 404, 401),
            new Row("POST /api/v1/donations/{code}/receipt", "of a service for Anna's organisation", http -> http
                    .body(Map.of("quantity", "2")).post("/api/v1/donations/{code}/receipt", driven().code()),
                    401, 404, 200, 404, 404, 401),
            new Row("DELETE /api/v1/donations/{code}", "", http -> http.delete("/api/v1/donations/{code}", pledged().code()),
                    401, 404, 204, 404, 404, 401),
            new Row("GET /api/v1/figures", "", http -> http.get("/api/v1/figures"), 401, 403, 403, 403, 200, 200));

    /** Of one thing: the same call for one that is Anna's and for one that is nobody's. */
    private record OnOne(String endpoint, Supplier<Object> hers, Object nobodys,
            BiFunction<RequestSpecification, Object, Response> call) {}

    private static final String NO_CODE = "MA-7K3F-9QX2";

    private static final List<OnOne> FOREIGN = List.of(
            new OnOne("POST /api/v1/needs", () -> organisationOf(ANNA), UUID.randomUUID(),
                    (http, owner) -> http.body(need((UUID) owner).forGoods(PASTA, "1", "PIECE").body()).post("/api/v1/needs")),
            new OnOne("POST /api/v1/needs", () -> City.hubOf(ANNA), UUID.randomUUID(),
                    (http, hub) -> http.body(City.appeal((UUID) hub).forGoods(PASTA, "1", "PIECE").body())
                            .post("/api/v1/needs")),
            new OnOne("POST /api/v1/needs/{id}/validation", AccessTest::pending, UUID.randomUUID(), (http, need) -> http
                    .body(Map.of("decision", "PUBLISHED")).post("/api/v1/needs/{id}/validation", need)),
            new OnOne("GET /api/v1/needs/{id}", AccessTest::pending, UUID.randomUUID(),
                    (http, need) -> http.get("/api/v1/needs/{id}", need)),
            new OnOne("POST /api/v1/needs/{id}/renewal", AccessTest::pending, UUID.randomUUID(),
                    (http, need) -> http.post("/api/v1/needs/{id}/renewal", need)),
            new OnOne("POST /api/v1/needs/{id}/closure", AccessTest::pending, UUID.randomUUID(),
                    (http, need) -> http.post("/api/v1/needs/{id}/closure", need)),
            new OnOne("DELETE /api/v1/needs/{id}", AccessTest::pending, UUID.randomUUID(),
                    (http, need) -> http.delete("/api/v1/needs/{id}", need)),
            new OnOne("POST /api/v1/donations", () -> organisationOf(ANNA), UUID.randomUUID(), (http, organisation) -> http
                    .body(gift().with("donorOrganisationId", organisation).toStock(PASTA, "1", "PIECE").body())
                    .post("/api/v1/donations")),
            new OnOne("POST /api/v1/donations", AccessTest::pendingLine, UUID.randomUUID(), (http, line) -> http
                    .body(gift().to((UUID) line, PASTA, "1", "PIECE").body()).post("/api/v1/donations")),
            new OnOne("PATCH /api/v1/donations/{code}", () -> pledged().code(), NO_CODE, (http, code) -> http
                    .header("If-Match", "*").body(Map.of("ifNotNeeded", "CANCEL")).patch("/api/v1/donations/{code}", code)),
            new OnOne("POST /api/v1/donations/{code}/receipt", () -> driven().code(), NO_CODE, (http, code) -> http
                    .body(Map.of("quantity", "2")).post("/api/v1/donations/{code}/receipt", code)),
            new OnOne("DELETE /api/v1/donations/{code}", () -> pledged().code(), NO_CODE,
                    (http, code) -> http.delete("/api/v1/donations/{code}", code)));

    /** What everybody sees has nothing to hide. */
    private static final Set<String> PUBLIC = Set.of("GET /api/v1/items/{id}", "GET /api/v1/donations/{code}");

    /** Neither the status nor a word of the answer tells whether there is something under the id. */
    @TestFactory
    Stream<DynamicTest> what_is_not_theirs_is_answered_as_what_is_not_there() {
        List<By> others = List.of(new By("visitor", City::visitor), new By("stranger", () -> as(UUID.randomUUID())),
                new By("operator", () -> as(OFFICIAL, "operator")));
        return FOREIGN.stream().flatMap(row -> others.stream().map(by -> DynamicTest.dynamicTest(
                row.endpoint + " by " + by.name,
                () -> assertEquals(said(row.call.apply(by.request.get(), row.nobodys)),
                        said(row.call.apply(by.request.get(), row.hers.get()))))));
    }

    private static JsonNode said(Response answer) throws IOException {
        return ((ObjectNode) JSON.readTree(answer.asByteArray())).without("traceId");
    }

    @Test
    void every_endpoint_on_one_thing_is_among_them() {
        Set<String> onOne = TABLE.stream().map(Row::endpoint)
                .filter(endpoint -> endpoint.contains("{") && !PUBLIC.contains(endpoint)).collect(Collectors.toSet());
        onOne.removeAll(FOREIGN.stream().map(OnOne::endpoint).toList());
        assertEquals(Set.of(), onOne);
    }

    @TestFactory
    Stream<DynamicTest> everybody_gets_what_is_hers_and_nothing_else() {
        return TABLE.stream().flatMap(row -> Stream.iterate(0, i -> i + 1).limit(CALLERS.size())
                .map(i -> DynamicTest.dynamicTest(row.endpoint + " " + row.about + " by " + CALLERS.get(i).name,
                        () -> assertEquals(row.expected[i], row.call.apply(CALLERS.get(i).request.get()).statusCode()))));
    }

    @Test
    void every_endpoint_has_a_row() {
        Set<String> endpoints = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("it.milanoaiuta.donations").stream().filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream().filter(method -> verb(method) != null)
                        .map(method -> verb(method) + " " + type.getAnnotationOfType(Path.class).value() + path(method)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(endpoints.isEmpty());
        assertEquals(endpoints, TABLE.stream().map(Row::endpoint).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(annotation -> annotation.getRawType().getSimpleName()).findFirst().orElse(null);
    }

    private static String path(JavaMethod method) {
        return method.isAnnotatedWith(Path.class) ? "/" + method.getAnnotationOfType(Path.class).value() : "";
    }

    private static City.Need published() {
        return need(organisationOf(ANNA)).forGoods(PASTA, "10", "PIECE").publishedBy(ANNA);
    }

    private static UUID pending() {
        return need(organisationOf(ANNA)).forGoods(PASTA, "10", "PIECE").by(ANNA).extract().jsonPath().getUUID("id");
    }

    private static UUID pendingLine() {
        return need(organisationOf(ANNA)).forGoods(PASTA, "10", "PIECE").by(ANNA).extract().jsonPath().getUUID("lines[0].id");
    }

    private static City.Gift driven() {
        City.Need need = need(organisationOf(ANNA)).forService("VEHICLE_WITH_DRIVER", "3", "HOUR").publishedBy(ANNA);
        return gift().ofService(need.line(), "VEHICLE_WITH_DRIVER", "3", "HOUR").pledgedBy(STRANGER);
    }

    private static City.Gift pledged() {
        return gift().toStock(PASTA, "1", "PIECE").pledgedBy(ANNA);
    }
}
