package it.milanoaiuta.foodhub;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.foodhub.Warehouse.line;
import static it.milanoaiuta.foodhub.Warehouse.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import it.milanoaiuta.foodhub.Warehouse.Depot;

/** Every endpoint of hubs, stock, arrivals and transfers × who asks × own or foreign; a new endpoint must be put in here. */
@QuarkusTest
class AccessTest {

    /** Who may: the answers to everybody else follow. */
    enum For {
        EVERYBODY(200, 200), SIGNED_IN(401, 200), COORDINATOR(401, 403),
        /** Of this hub; a foreign one is not there. */
        MANAGER(401, 404);

        final int visitor;
        final int stranger;

        For(int visitor, int stranger) {
            this.visitor = visitor;
            this.stranger = stranger;
        }
    }

    record Endpoint(String method, String template, For access, Function<AccessTest, String> path,
            Function<AccessTest, Object> body) {

        String name() {
            return method + " " + template;
        }
    }

    private static final List<Endpoint> TABLE = List.of(
            get("hubs", For.EVERYBODY, t -> "hubs"),
            get("hubs/{id}", For.EVERYBODY, t -> "hubs/" + t.hub.id()),
            get("hubs/mine", For.SIGNED_IN, t -> "hubs/mine"),
            get("hubs/{hubId}/managers", For.COORDINATOR, t -> "hubs/" + t.hub.id() + "/managers"),
            post("hubs/{hubId}/managers", For.COORDINATOR, t -> "hubs/" + t.hub.id() + "/managers",
                    t -> Map.of("subject", t.someone, "from", "2026-01-01")),
            delete("hubs/{hubId}/managers/{subject}", For.COORDINATOR,
                    t -> "hubs/" + t.hub.id() + "/managers/" + t.hub.manager()),
            get("hubs/{hubId}/stock", For.MANAGER, t -> "hubs/" + t.hub.id() + "/stock"),
            post("hubs/{hubId}/stock/{lotId}/checks", For.MANAGER, t -> "hubs/" + t.hub.id() + "/stock/" + t.lot + "/checks",
                    t -> Map.of("packagingIntact", true, "looksRight", true, "smellsRight", true)),
            post("hubs/{hubId}/movements", For.MANAGER, t -> "hubs/" + t.hub.id() + "/movements",
                    t -> Map.of("from", "STOCK", "to", "WASTE", "lines", List.of(Map.of("lotId", t.lot, "quantity", "1")))),
            get("hubs/{hubId}/arrivals", For.MANAGER, t -> "hubs/" + t.hub.id() + "/arrivals"),
            post("hubs/{hubId}/arrivals", For.MANAGER, t -> "hubs/" + t.hub.id() + "/arrivals",
                    t -> Map.of("kind", "UNANNOUNCED", "fundingSource", "SURPLUS", "lines",
                            List.of(Map.of("itemId", t.item, "quantity", 1, "unit", "KG")))),
            get("arrivals/{id}", For.MANAGER, t -> "arrivals/" + t.arrival),
            post("arrivals/{id}/receipts", For.MANAGER, t -> "arrivals/" + t.arrival + "/receipts",
                    t -> receipt(false, line(t.arrivalLine, "1"))),
            post("receipts/{id}/undoing", For.MANAGER, t -> "receipts/" + t.receipt + "/undoing", t -> null),
            post("transfers", For.MANAGER, t -> "transfers", t -> t.draft()),
            get("transfers/{id}", For.MANAGER, t -> "transfers/" + t.transfer),
            get("hubs/{hubId}/transfers", For.MANAGER, t -> "hubs/" + t.hub.id() + "/transfers"),
            post("transfers/{id}/dispatch", For.MANAGER, t -> "transfers/" + t.transfer + "/dispatch", t -> null),
            delete("transfers/{id}", For.MANAGER, t -> "transfers/" + t.transfer));

    private static final List<String> PACKAGES = Stream.of("hub", "stock", "arrival", "transfer")
            .map("it.milanoaiuta.foodhub."::concat).toList();

    @Inject
    Warehouse warehouse;

    Depot hub;
    Depot other;
    UUID someone = UUID.randomUUID();
    UUID item;
    UUID lot;
    Object arrival;
    Object arrivalLine;
    Object receipt;
    Object transfer;

    @BeforeEach
    void fill() {
        hub = warehouse.depot();
        other = warehouse.depot();
        item = warehouse.loose();
        lot = warehouse.stocked(hub, item, "10");
        Response announced = warehouse.announce(hub, item, "10", "KG");
        arrival = announced.path("id");
        arrivalLine = announced.path("lines[0].id");
        receipt = warehouse.confirm(hub, arrival, receipt(false, line(arrivalLine, "2"))).path("id");
        transfer = hub.as().body(draft()).post("/api/v1/transfers").path("id");
    }

    private Map<String, Object> draft() {
        return Map.of("fromHubId", hub.id(), "toHubId", other.id(), "lines",
                List.of(Map.of("itemId", item, "quantity", "1", "unit", "KG")));
    }

    @Test
    void every_endpoint_is_in_the_table() {
        Set<String> served = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(PACKAGES).stream().filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream().map(method -> endpoint(
                        type.getAnnotationOfType(Path.class).value(), method)))
                .filter(name -> name != null).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(served.size() > 10, "found the resources");
        assertEquals(served, TABLE.stream().map(Endpoint::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String endpoint(String base, JavaMethod method) {
        return Stream.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class).filter(method::isAnnotatedWith)
                .findFirst().map(verb -> {
                    String path = method.isAnnotatedWith(Path.class) ? method.getAnnotationOfType(Path.class).value() : "";
                    return verb.getSimpleName() + " "
                            + (base + "/" + path).replace("/api/v1/", "").replace("/api/v1", "").replaceAll("/+$", "");
                }).orElse(null);
    }

    @Test
    void nobody_but_who_may_gets_in_and_nothing_changes_for_the_others() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : TABLE) {
            expect(wrong, endpoint, "visitor", given().header("Idempotency-Key", UUID.randomUUID())
                    .contentType("application/json"), endpoint.access.visitor);
            expect(wrong, endpoint, "stranger", Warehouse.as(someone), endpoint.access.stranger);
            expect(wrong, endpoint, "manager of another hub", other.as(), endpoint.access.stranger);
            expect(wrong, endpoint, "operator", Warehouse.as(someone, "operator"), endpoint.access.stranger);
            if (endpoint.access == For.MANAGER) {
                expect(wrong, endpoint, "coordinator", Warehouse.as(someone, "coordinator"), 404);
            }
        }
        assertEquals(List.of(), wrong);
        warehouse.mustBalance();
        assertEquals(0, warehouse.count("select count(*) from hub_manager where subject = '" + someone + "'"));
    }

    @Test
    void who_may_gets_in() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : TABLE) {
            fill();
            RequestSpecification request = endpoint.access == For.COORDINATOR ? Warehouse.as(someone, "coordinator") : hub.as();
            int status = send(endpoint, request.header("If-Match", "\"1\"")).statusCode();
            if (status / 100 != 2) {
                wrong.add(endpoint.name() + ": " + status);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private void expect(List<String> wrong, Endpoint endpoint, String who, RequestSpecification request, int expected) {
        int status = send(endpoint, request.header("If-Match", "\"1\"")).statusCode();
        if (status != expected) {
            wrong.add("%s: %s got %d, not %d".formatted(endpoint.name(), who, status, expected));
        }
    }

    private Response send(Endpoint endpoint, RequestSpecification request) {
        Object body = endpoint.body.apply(this);
        return (body == null ? request : request.body(body)).request(endpoint.method, "/api/v1/" + endpoint.path.apply(this));
    }

    private static Endpoint get(String template, For access, Function<AccessTest, String> path) {
        return new Endpoint("GET", template, access, path, t -> null);
    }

    private static Endpoint delete(String template, For access, Function<AccessTest, String> path) {
        return new Endpoint("DELETE", template, access, path, t -> null);
    }

    private static Endpoint post(String template, For access, Function<AccessTest, String> path,
            Function<AccessTest, Object> body) {
        return new Endpoint("POST", template, access, path, body);
    }
}
