package it.milanoaiuta.foodhub;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.foodhub.Scene.at;
import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static it.milanoaiuta.foodhub.Scene.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import it.milanoaiuta.foodhub.Scene.OwnHub;

/** Every endpoint × everybody, own and foreign; the code is searched for endpoints, so that a new one must be put in here. */
@QuarkusTest
class AccessTest {

    /** Who asks. The elsewhere ones have the same part in another hub, organisation or shift. */
    enum Who {
        VISITOR, STRANGER, MANAGER_ELSEWHERE, MEMBER_ELSEWHERE, COURIER_ELSEWHERE, OPERATOR, COORDINATOR, SERVICE,
        /** Of the organisation that refers the household. */
        MEMBER,
        /** On the hub's roster and assigned to the delivery. */
        COURIER,
        /** Of the hub. */
        MANAGER
    }

    /**
     * Who may, and what everybody else who is signed in is answered; a visitor is asked to sign in, and so is a service where
     * only a person can be meant.
     */
    enum For {
        EVERYBODY(0, EnumSet.allOf(Who.class)), SIGNED_IN(401,
                EnumSet.complementOf(EnumSet.of(Who.VISITOR, Who.SERVICE))), COORDINATOR(403,
                        EnumSet.of(Who.COORDINATOR)), CITY_FIGURES(403,
                                EnumSet.of(Who.COORDINATOR, Who.SERVICE)), MANAGER(404,
                                        EnumSet.of(Who.MANAGER)), MANAGER_OR_COORDINATOR(404,
                                                EnumSet.of(Who.MANAGER, Who.COORDINATOR)),
        /** Files a household nobody refers. */
        FILER(404, EnumSet.of(Who.MANAGER, Who.OPERATOR)),
        /** Files a household her organisation refers. */
        REFERRER(404, EnumSet.of(Who.MEMBER, Who.OPERATOR)), CASE(404, EnumSet.of(Who.MANAGER, Who.MEMBER)),
        /** The organisation that refers the household. */
        REFERRING(404, EnumSet.of(Who.MEMBER)),
        /** An operator who has looked the household up; nobody has. */
        CALLED(404, EnumSet.noneOf(Who.class)), OPERATOR(403, EnumSet.of(Who.OPERATOR)),
        /** Who brings it, not her manager. */
        ASSIGNED(404, EnumSet.of(Who.COURIER)),
        /** Members see the cases of their own organisation alone, so those of another one an empty list. */
        CASES(404, EnumSet.of(Who.MANAGER, Who.MEMBER, Who.MEMBER_ELSEWHERE)), CARRIER(404,
                EnumSet.of(Who.MANAGER, Who.COURIER));

        final int refusal;
        final Set<Who> who;

        For(int refusal, Set<Who> who) {
            this.refusal = refusal;
            this.who = who;
        }

        int refusalOf(Who asking) {
            return asking == Who.VISITOR || asking == Who.SERVICE && refusal == 404 ? 401 : refusal;
        }
    }

    record Endpoint(String method, String template, For access, Function<AccessTest, String> path,
            Function<AccessTest, Object> body) {

        String name() {
            return method + " " + template;
        }
    }

    private static final String ID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    private static final Map<String, String> CONTACT = Map.of("name", "Fam. Prova", "phone", "02 8845 1234", "address",
            "via Padova 1, Milano");

    private static final List<Endpoint> TABLE = List.of(
            get("hubs", For.EVERYBODY, t -> "hubs"),
            get("hubs/{id}", For.EVERYBODY, t -> "hubs/" + t.hub.id()),
            get("neighbourhoods", For.EVERYBODY, t -> "neighbourhoods"),
            get("recipes", For.EVERYBODY, t -> "recipes"),
            get("hubs/mine", For.SIGNED_IN, t -> "hubs/mine"),
            get("me/deliveries", For.SIGNED_IN, t -> "me/deliveries"),
            get("figures", For.CITY_FIGURES, t -> "figures?from=2026-01-01&to=2026-01-31"),

            get("hubs/{hubId}/managers", For.COORDINATOR, t -> "hubs/" + t.hub.id() + "/managers"),
            post("hubs/{hubId}/managers", For.COORDINATOR, t -> "hubs/" + t.hub.id() + "/managers",
                    t -> Map.of("subject", UUID.randomUUID(), "from", "2026-01-01")),
            delete("hubs/{hubId}/managers/{subject}", For.COORDINATOR,
                    t -> "hubs/" + t.hub.id() + "/managers/" + t.hub.manager()),

            post("hubs/{hubId}/pause", For.MANAGER_OR_COORDINATOR, t -> "hubs/" + t.hub.id() + "/pause", t -> null),
            post("hubs/{hubId}/resume", For.MANAGER_OR_COORDINATOR, t -> "hubs/" + t.hub.id() + "/resume", t -> null),

            get("hubs/{hubId}/stock", For.MANAGER, t -> "hubs/" + t.hub.id() + "/stock"),
            post("hubs/{hubId}/stock/{lotId}/checks", For.MANAGER, t -> "hubs/" + t.hub.id() + "/stock/" + t.lot + "/checks",
                    t -> Map.of("packagingIntact", true, "looksRight", true, "smellsRight", true)),
            post("hubs/{hubId}/movements", For.MANAGER, t -> "hubs/" + t.hub.id() + "/movements",
                    t -> Map.of("from", "STOCK", "to", "WASTE", "lines", List.of(Map.of("lotId", t.lot, "quantity", "1")))),

            get("hubs/{hubId}/arrivals", For.MANAGER, t -> "hubs/" + t.hub.id() + "/arrivals"),
            post("hubs/{hubId}/arrivals", For.MANAGER, t -> "hubs/" + t.hub.id() + "/arrivals",
                    t -> Map.of("kind", "UNANNOUNCED", "fundingSource", "SURPLUS", "lines",
                            List.of(Map.of("itemId", t.item, "quantity", 1, "unit", "KG")))),
            post("hubs/{hubId}/arrivals/by-code", For.MANAGER, t -> "hubs/" + t.hub.id() + "/arrivals/by-code",
                    t -> Map.of("code", t.donation)),
            get("arrivals/{id}", For.MANAGER, t -> "arrivals/" + t.arrival),
            post("arrivals/{id}/receipts", For.MANAGER, t -> "arrivals/" + t.arrival + "/receipts",
                    t -> receipt(false, line(t.arrivalLine, "1"))),
            post("receipts/{id}/undoing", For.MANAGER, t -> "receipts/" + t.receipt + "/undoing", t -> null),

            get("hubs/{hubId}/to-settle", For.MANAGER, t -> "hubs/" + t.hub.id() + "/to-settle"),
            post("hubs/{hubId}/to-settle/{id}/settlement", For.MANAGER,
                    t -> "hubs/" + t.hub.id() + "/to-settle/" + t.toSettle + "/settlement",
                    t -> Map.of("choice", "SAME_GOODS")),

            get("hubs/{hubId}/tasks", For.MANAGER, t -> "hubs/" + t.hub.id() + "/tasks"),
            post("hubs/{hubId}/tasks/{id}/closing", For.MANAGER, t -> "hubs/" + t.hub.id() + "/tasks/" + t.task + "/closing",
                    t -> null),

            post("transfers", For.MANAGER, t -> "transfers", t -> t.draft()),
            get("transfers/{id}", For.MANAGER, t -> "transfers/" + t.transfer),
            get("hubs/{hubId}/transfers", For.MANAGER, t -> "hubs/" + t.hub.id() + "/transfers"),
            post("transfers/{id}/dispatch", For.MANAGER, t -> "transfers/" + t.transfer + "/dispatch", t -> null),
            delete("transfers/{id}", For.MANAGER, t -> "transfers/" + t.transfer),

            post("households", For.FILER, t -> "households", t -> t.household(null)),
            post("households", For.REFERRER, t -> "households", t -> t.household(t.organisation)),
            get("households/{id}", For.CASE, t -> "households/" + t.household),
            get("households/{id}/contact", For.CASE, t -> "households/" + t.household + "/contact?purpose=DELIVERY"),
            get("households/{id}/contact", For.REFERRING, t -> "households/" + t.household + "/contact?purpose=FOLLOW_UP"),
            get("households/{id}/contact", For.CALLED, t -> "households/" + t.household + "/contact?purpose=CALL"),
            put("households/{id}/contact", For.CASE, t -> "households/" + t.household + "/contact", t -> CONTACT),
            post("households/look-up", For.OPERATOR, t -> "households/look-up",
                    t -> Map.of("phone", CONTACT.get("phone"), "purpose", "CALL")),
            post("households/{id}/erasure", For.CASE, t -> "households/" + t.household + "/erasure", t -> null),
            get("hubs/{hubId}/households", For.CASES, t -> "hubs/" + t.hub.id() + "/households"),

            post("hubs/{hubId}/parcels", For.MANAGER, t -> "hubs/" + t.hub.id() + "/parcels",
                    t -> t.parcels(t.lastHousehold)),
            get("hubs/{hubId}/parcels", For.MANAGER, t -> "hubs/" + t.hub.id() + "/parcels"),
            get("parcels/{id}", For.MANAGER, t -> "parcels/" + t.parcel),
            delete("parcels/{id}", For.MANAGER, t -> "parcels/" + t.parcel),

            post("deliveries", For.MANAGER, t -> "deliveries", t -> t.deliveryOf(t.parcel)),
            get("hubs/{hubId}/deliveries", For.MANAGER, t -> "hubs/" + t.hub.id() + "/deliveries"),
            get("deliveries/{id}", For.CARRIER, t -> "deliveries/" + t.delivery),
            get("me/deliveries/{id}/contact", For.ASSIGNED, t -> "me/deliveries/" + t.delivery + "/contact"),
            put("deliveries/{id}/plan", For.MANAGER, t -> "deliveries/" + t.delivery + "/plan",
                    t -> Map.of("plannedFor", t.tomorrow.toString(), "assignees", List.of(t.courier))),
            delete("deliveries/{id}", For.MANAGER, t -> "deliveries/" + t.delivery),
            post("deliveries/{id}/loading", For.MANAGER, t -> "deliveries/" + t.delivery + "/loading", t -> null),
            post("deliveries/{id}/confirmation", For.CARRIER, t -> "deliveries/" + t.delivery + "/confirmation",
                    t -> Map.of("id", UUID.randomUUID(), "occurredAt", Instant.now().toString(), "outcome", "DELIVERED")),
            post("deliveries/{id}/return", For.CARRIER, t -> "deliveries/" + t.failed + "/return", t -> Map.of()),

            get("hubs/{hubId}/help-requests", For.MANAGER, t -> "hubs/" + t.hub.id() + "/help-requests"),
            post("hubs/{hubId}/help-requests", For.MANAGER, t -> "hubs/" + t.hub.id() + "/help-requests", t -> t.help()),
            delete("help-requests/{id}", For.MANAGER, t -> "help-requests/" + t.helpRequest),
            get("hubs/{hubId}/roster", For.MANAGER, t -> "hubs/" + t.hub.id() + "/roster"));

    @Inject
    Scene scene;

    @Inject
    ObjectMapper json;

    final UUID someone = UUID.randomUUID();
    final LocalDate tomorrow = LocalDate.now(City.ZONE).plusDays(1);
    OwnHub hub;
    OwnHub other;
    UUID item;
    UUID lot;
    Object arrival;
    Object arrivalLine;
    String donation;
    Object receipt;
    Object toSettle;
    Object transfer;
    UUID organisation;
    UUID member;
    UUID memberElsewhere;
    UUID courier;
    UUID courierElsewhere;
    Object household;
    Object lastHousehold;
    Object parcel;
    Object delivery;
    Object failed;
    Object helpRequest;
    UUID task;

    @BeforeEach
    void fill() {
        hub = scene.hub();
        other = scene.hub();
        item = scene.loose();
        lot = scene.stocked(hub, item, "10");
        Response announced = scene.announce(hub, item, "10", "KG");
        arrival = at(announced, "/id");
        arrivalLine = at(announced, "/lines/0/id");
        donation = scene.donated(other, item, "10");
        receipt = at(scene.confirm(hub, arrival, receipt(false, line(arrivalLine, "2"))), "/id");
        made(hub.manager(), "arrivals/" + arrival + "/receipts",
                with(receipt(true, line(arrivalLine, "10")), "seenVersion", 1));
        toSettle = at(hub.as().get("/api/v1/hubs/" + hub.id() + "/to-settle"), "/items/0/id");
        transfer = at(made(hub.manager(), "transfers", draft()), "/id");
        people();
        brought();
        task = UUID.randomUUID();
        scene.sql("insert into task values (?1, ?2, 'DELIVERY_FAILED_TWICE', ?1, ?3, now())", task, hub.id(),
                UUID.fromString(failed.toString()));
        helpRequest = at(made(hub.manager(), "hubs/" + hub.id() + "/help-requests", help()), "/id");
    }

    private void people() {
        organisation = UUID.randomUUID();
        member = UUID.randomUUID();
        memberElsewhere = UUID.randomUUID();
        scene.organisation(organisation, member);
        scene.organisation(UUID.randomUUID(), memberElsewhere);
        courier = scene.volunteer(hub);
        courierElsewhere = scene.volunteer(other);
    }

    /** A case of the organisation and its parcel, a delivery, one that failed and is on its way back, and one more case. */
    private void brought() {
        scene.catalogue();
        scene.pastaRecipe();
        scene.stocked(hub, Scene.PASTA, "100", tomorrow.plusDays(90));
        household = at(made(member, "households", household(organisation)), "/id");
        scene.delivery(hub, UUID.fromString(household.toString()));
        lastHousehold = at(made(hub.manager(), "households", household(null)), "/id");
        parcel = packed(household);
        Object reached = at(made(hub.manager(), "households", household(null)), "/id");
        delivery = at(made(hub.manager(), "deliveries", deliveryOf(packed(reached))), "/id");
        // the door is open from twelve hours before the day: at any hour today
        scene.sql("update delivery set planned_for = planned_for - 1 where id = ?1", UUID.fromString(delivery.toString()));
        failed = at(made(hub.manager(), "deliveries", deliveryOf(packed(scene.household(hub, 1, 0)))), "/id");
        made(courier, "deliveries/" + failed + "/confirmation", Map.of("id", UUID.randomUUID(), "occurredAt",
                Instant.now().toString(), "outcome", "FAILED", "reason", "NOBODY_HOME"));
    }

    private Object packed(Object householdId) {
        return at(made(hub.manager(), "hubs/" + hub.id() + "/parcels", parcels(householdId)), "/packed/0/parcelId");
    }

    private static Response made(UUID person, String path, Object body) {
        Response response = Scene.as(person).body(body).post("/api/v1/" + path);
        assertEquals(2, response.statusCode() / 100, () -> path + ": " + response.asString());
        return response;
    }

    private Map<String, Object> draft() {
        return Map.of("fromHubId", hub.id(), "toHubId", other.id(), "lines",
                List.of(Map.of("itemId", item, "quantity", "1", "unit", "KG")));
    }

    private Map<String, Object> household(UUID referrer) {
        Map<String, Object> asked = scene.aHousehold(hub, 2, 0);
        asked.put("frequency", "CONTINUOUS");
        asked.put("contact", CONTACT);
        if (referrer != null) {
            asked.put("referrerOrganisationId", referrer);
        }
        return asked;
    }

    private Map<String, Object> parcels(Object householdId) {
        return Map.of("recipe", "TEST_PASTA", "handOver", tomorrow.toString(), "householdIds", List.of(householdId));
    }

    private Map<String, Object> deliveryOf(Object parcelId) {
        return Map.of("hubId", hub.id(), "kind", "HOUSEHOLD", "parcelIds", List.of(parcelId), "plannedFor", tomorrow.toString(),
                "assignees",
                List.of(courier));
    }

    private Map<String, Object> help() {
        Instant start = Instant.now().plusSeconds(86_400);
        return Map.of("task", "PACKING", "start", start.toString(), "end", start.plusSeconds(7_200).toString(), "roles",
                List.of(Map.of("role", "PACKER", "capacity", 2)));
    }

    @Test
    void every_endpoint_is_in_the_table() {
        Set<String> served = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(AccessTest.class.getPackageName()).stream().filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream().map(method -> endpoint(
                        type.getAnnotationOfType(Path.class).value(), method)))
                .filter(name -> name != null).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(served.size() > 40, "found the resources");
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
        String before = everythingThatCouldChange();
        for (Endpoint endpoint : TABLE) {
            for (Who who : EnumSet.complementOf(EnumSet.copyOf(endpoint.access.who))) {
                expect(wrong, endpoint, who, endpoint.access.refusalOf(who));
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, everythingThatCouldChange());
        scene.mustBalance();
    }

    /** Neither the status nor a word of the answer tells whether there is something under the ids of the path. */
    @Test
    void what_is_not_theirs_is_answered_as_what_is_not_there() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<Who> others = EnumSet.of(Who.VISITOR, Who.STRANGER, Who.MANAGER_ELSEWHERE, Who.MEMBER_ELSEWHERE,
                Who.COURIER_ELSEWHERE,
                Who.OPERATOR, Who.COORDINATOR);
        for (Endpoint endpoint : TABLE) {
            String path = endpoint.path.apply(this);
            String nowhere = path.replaceAll(ID, UUID.randomUUID().toString());
            if (nowhere.equals(path) || endpoint.access == For.EVERYBODY) {
                continue;
            }
            for (Who who : others) {
                if (!endpoint.access.who.contains(who)) {
                    JsonNode foreign = said(endpoint, who, path);
                    JsonNode unknown = said(endpoint, who, nowhere);
                    if (!foreign.equals(unknown)) {
                        wrong.add("%s by %s: %s, but %s".formatted(endpoint.name(), who, foreign, unknown));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private JsonNode said(Endpoint endpoint, Who who, String path) throws IOException {
        byte[] answer = send(endpoint, as(who).header("If-Match", "*"), path).asByteArray();
        return ((ObjectNode) json.readTree(answer)).without("traceId");
    }

    /** Every change of this service is a new row, a risen version or another state. */
    private String everythingThatCouldChange() {
        return Stream.of("select count(*) from movement", "select count(*) from reservation where ended_at is null",
                "select count(*) from lot_check", "select count(*) from hub where intake_paused",
                "select count(*) from hub_manager where removed_at is null",
                "select count(*) + coalesce(sum(version), 0) from household",
                "select count(*) from parcel where state = 'PACKED'",
                "select count(*) from help_request where state = 'OPEN'", "select coalesce(sum(version), 0) from arrival",
                "select coalesce(sum(version), 0) from transfer", "select coalesce(sum(version), 0) from delivery",
                "select count(*) from to_settle where choice is null", "select count(*) from vault_entry",
                "select count(*) from vault_erasure", "select count(*) from task where closed_at is null",
                "select count(*) from receipt", "select count(*) from confirmation",
                "select coalesce(sum(last_seq), 0) from outbox_stream")
                .map(query -> query + ": " + scene.count("select cast((" + query + ") as bigint)"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void who_may_gets_in() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : TABLE) {
            for (Who who : endpoint.access.who) {
                if (ask(endpoint, who) / 100 != 2) {
                    fill(); // somebody before her may have used it up
                    expect(wrong, endpoint, who, 2);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void a_member_sees_the_cases_of_her_organisation_alone() {
        String cases = "/api/v1/hubs/" + hub.id() + "/households";
        assertEquals(List.of(household), Scene.as(member).get(cases).path("items.id"));
        assertEquals(List.of(), Scene.as(memberElsewhere).get(cases).path("items.id"));
    }

    /** @param expected a status, or 2 for any success */
    private void expect(List<String> wrong, Endpoint endpoint, Who who, int expected) {
        int status = ask(endpoint, who);
        if (status != expected && status / 100 != expected) {
            wrong.add("%s: %s got %d, not %d".formatted(endpoint.name(), who, status, expected));
        }
    }

    private int ask(Endpoint endpoint, Who who) {
        return send(endpoint, as(who).header("If-Match", etag(endpoint)), endpoint.path.apply(this)).statusCode();
    }

    private String etag(Endpoint endpoint) {
        return switch (endpoint.name()) {
            case "PUT deliveries/{id}/plan" -> hub.as().get("/api/v1/deliveries/" + delivery).header("ETag");
            case "PUT households/{id}/contact" -> hub.as().get("/api/v1/households/" + household + "/contact?purpose=DELIVERY")
                    .header("ETag");
            default -> "\"1\"";
        };
    }

    private RequestSpecification as(Who who) {
        return switch (who) {
            case VISITOR -> given().header("Idempotency-Key", UUID.randomUUID()).contentType("application/json");
            case STRANGER -> Scene.as(someone);
            case MANAGER_ELSEWHERE -> other.as();
            case MEMBER_ELSEWHERE -> Scene.as(memberElsewhere);
            case COURIER_ELSEWHERE -> Scene.as(courierElsewhere);
            case OPERATOR -> Scene.as(someone, "operator");
            case COORDINATOR -> Scene.as(someone, "coordinator");
            case SERVICE -> Scene.as(someone, "service");
            case MEMBER -> Scene.as(member);
            case COURIER -> Scene.as(courier);
            case MANAGER -> hub.as();
        };
    }

    private Response send(Endpoint endpoint, RequestSpecification request, String path) {
        Object body = endpoint.body.apply(this);
        return (body == null ? request : request.body(body)).request(endpoint.method, "/api/v1/" + path);
    }

    private static Endpoint get(String template, For access, Function<AccessTest, String> path) {
        return new Endpoint("GET", template, access, path, t -> null);
    }

    private static Endpoint delete(String template, For access, Function<AccessTest, String> path) {
        return new Endpoint("DELETE", template, access, path, t -> null);
    }

    private static Endpoint put(String template, For access, Function<AccessTest, String> path,
            Function<AccessTest, Object> body) {
        return new Endpoint("PUT", template, access, path, body);
    }

    private static Endpoint post(String template, For access, Function<AccessTest, String> path,
            Function<AccessTest, Object> body) {
        return new Endpoint("POST", template, access, path, body);
    }
}
