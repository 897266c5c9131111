package it.milanoaiuta.foodhub;

import static it.milanoaiuta.foodhub.Scene.at;
import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static it.milanoaiuta.foodhub.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.platform.testing.Access;
import it.milanoaiuta.platform.testing.AccessTable;
import it.milanoaiuta.platform.testing.Asking;
import it.milanoaiuta.platform.testing.Examples;
import it.milanoaiuta.platform.testing.TestTokens;
import it.milanoaiuta.platform.web.CheckedCode;
import it.milanoaiuta.platform.web.CityTime;

/** Who may what here. A new endpoint is a row, and so is each further use of one that is for others. */
@QuarkusTest
class AccessTest extends AccessTable<AccessTest.Who> {

    /** The elsewhere ones have the same part in another hub, organisation or shift. */
    enum Who implements Asking {
        VISITOR, STRANGER, MANAGER_ELSEWHERE, MEMBER_ELSEWHERE, COURIER_ELSEWHERE, OPERATOR("operator"), COORDINATOR(
                "coordinator"), SERVICE("service"),
        /** Of the organisation that refers the household. */
        MEMBER,
        /** On the hub's roster and assigned to the delivery. */
        COURIER,
        /** Of the hub. */
        MANAGER;

        final UUID person = UUID.randomUUID();
        private final String[] realmRoles;

        Who(String... realmRoles) {
            this.realmRoles = realmRoles;
        }

        @Override
        public Optional<String> token() {
            return this == VISITOR ? Optional.empty() : Optional.of(TestTokens.of(person, realmRoles));
        }
    }

    private static final Access<Who> EVERYBODY = Access.everybody(Who.class);
    private static final Access<Who> SIGNED_IN = Access.everybodyBut(Who.VISITOR, Who.SERVICE).others(401);
    private static final Access<Who> OPERATOR = byRole(Who.OPERATOR);
    private static final Access<Who> COORDINATOR = byRole(Who.COORDINATOR);
    private static final Access<Who> CITY_FIGURES = byRole(Who.COORDINATOR, Who.SERVICE);
    private static final Access<Who> MANAGER = theirs(Who.MANAGER);
    private static final Access<Who> MANAGER_OR_COORDINATOR = theirs(Who.MANAGER, Who.COORDINATOR);
    /** Files a household nobody refers. */
    private static final Access<Who> FILER = theirs(Who.MANAGER, Who.OPERATOR);
    /** Files a household her organisation refers. */
    private static final Access<Who> REFERRER = theirs(Who.MEMBER, Who.OPERATOR);
    private static final Access<Who> CASE = theirs(Who.MANAGER, Who.MEMBER);
    /** The organisation that refers the household. */
    private static final Access<Who> REFERRING = theirs(Who.MEMBER);
    /** An operator who has looked the household up; nobody has. */
    private static final Access<Who> CALLED = theirs();
    /** Members see the cases of their own organisation alone, so those of another one an empty list. */
    private static final Access<Who> CASES = theirs(Who.MANAGER, Who.MEMBER, Who.MEMBER_ELSEWHERE);
    private static final Access<Who> CARRIER = theirs(Who.MANAGER, Who.COURIER);
    /** Who brings it, not her manager. */
    private static final Access<Who> ASSIGNED = theirs(Who.COURIER);

    private static final Map<String, String> CONTACT = Map.of("name", "Fam. Prova", "phone", "02 8845 1234", "address",
            "via Padova 1, Milano");

    /** A visitor is asked to sign in, and so is a service: only a person can be meant. */
    private static Access<Who> theirs(Who... who) {
        return Access.only(who).others(404).but(401, Who.VISITOR).but(401, Who.SERVICE);
    }

    private static Access<Who> byRole(Who... who) {
        return Access.only(who).others(403).but(401, Who.VISITOR);
    }

    @Override
    protected List<Row<Who>> table() {
        return List.of(
                get("hubs", EVERYBODY),
                get("hubs/{hub}", EVERYBODY).hidingNothing(),
                get("neighbourhoods", EVERYBODY),
                get("recipes", EVERYBODY),
                get("hubs/mine", SIGNED_IN),
                get("me/deliveries", SIGNED_IN),
                get("figures?from=2026-01-01&to=2026-01-31", CITY_FIGURES),

                get("hubs/{hub}/managers", COORDINATOR),
                post("hubs/{hub}/managers", COORDINATOR, Map.of("subject", "{new}", "from", "2026-01-01")),
                delete("hubs/{hub}/managers/{manager}", COORDINATOR),

                act("hubs/{hub}/pause", MANAGER_OR_COORDINATOR),
                act("hubs/{hub}/resume", MANAGER_OR_COORDINATOR),

                get("hubs/{hub}/stock", MANAGER),
                post("hubs/{hub}/stock/{lot}/checks", MANAGER,
                        Map.of("packagingIntact", true, "looksRight", true, "smellsRight", true)),
                post("hubs/{hub}/movements", MANAGER,
                        Map.of("from", "STOCK", "to", "WASTE", "lines", List.of(Map.of("lotId", "{lot}", "quantity", "1"))))
                        .answering(204),

                get("hubs/{hub}/arrivals", MANAGER),
                post("hubs/{hub}/arrivals", MANAGER, Map.of("kind", "UNANNOUNCED", "fundingSource", "SURPLUS", "lines",
                        List.of(Map.of("itemId", item, "quantity", "1", "unit", "KG")))),
                post("hubs/{hub}/arrivals/by-code", MANAGER, Map.of("code", "{donation}")),
                get("arrivals/{arrival}", MANAGER),
                post("arrivals/{arrival}/receipts", MANAGER,
                        with(receipt(false, line("{arrivalLine}", "1")), "id", "{new}")),
                act("receipts/{receipt}/undoing", MANAGER),

                get("hubs/{hub}/to-settle", MANAGER),
                act("hubs/{hub}/to-settle/{difference}/settlement", MANAGER, Map.of("choice", "SAME_GOODS")),

                get("hubs/{hub}/tasks", MANAGER),
                act("hubs/{hub}/tasks/{task}/closing", MANAGER),

                post("transfers", MANAGER, draft("{hub}")),
                get("transfers/{transfer}", MANAGER),
                get("hubs/{hub}/transfers", MANAGER),
                act("transfers/{transfer}/dispatch", MANAGER),
                delete("transfers/{transfer}", MANAGER),

                post("households", FILER, household("{hub}", null)),
                post("households", REFERRER, household("{hub}", "{organisation}")),
                get("households/{household}", CASE),
                get("households/{household}/contact?purpose=DELIVERY", CASE),
                get("households/{household}/contact?purpose=FOLLOW_UP", REFERRING),
                get("households/{household}/contact?purpose=CALL", CALLED),
                put("households/{household}/contact", CASE, CONTACT).answering(204),
                act("households/look-up", OPERATOR, Map.of("phone", CONTACT.get("phone"), "purpose", "CALL")),
                act("households/{household}/erasure", CASE),
                get("hubs/{hub}/households", CASES),

                post("hubs/{hub}/parcels", MANAGER, parcels("{unserved}")),
                get("hubs/{hub}/parcels", MANAGER),
                get("parcels/{parcel}", MANAGER),
                delete("parcels/{parcel}", MANAGER),

                post("deliveries", MANAGER, deliveryOf("{hub}", "{parcel}")),
                get("hubs/{hub}/deliveries", MANAGER),
                get("deliveries/{delivery}", CARRIER),
                get("me/deliveries/{delivery}/contact", ASSIGNED),
                put("deliveries/{delivery}/plan", MANAGER,
                        Map.of("plannedFor", tomorrow.toString(), "assignees", List.of(Who.COURIER.person))),
                delete("deliveries/{delivery}", MANAGER),
                act("deliveries/{delivery}/loading", MANAGER),
                act("deliveries/{delivery}/confirmation", CARRIER,
                        Map.of("id", "{new}", "occurredAt", Instant.now().toString(), "outcome", "DELIVERED")),
                act("deliveries/{failed}/return", CARRIER, Map.of()),

                get("hubs/{hub}/help-requests", MANAGER),
                post("hubs/{hub}/help-requests", MANAGER, help()),
                delete("help-requests/{helpRequest}", MANAGER),
                get("hubs/{hub}/roster", MANAGER));
    }

    @Inject
    Scene scene;

    private final LocalDate tomorrow = LocalDate.now(CityTime.ZONE).plusDays(1);
    private final UUID organisation = UUID.randomUUID();
    private OwnHub hub;
    private OwnHub elsewhere;
    private UUID item;
    private UUID lot;
    private String arrival;
    private String arrivalLine;
    private String receipt;

    AccessTest() {
        super(Who.class);
    }

    @Override
    protected void scene() {
        hub = scene.hub(Who.MANAGER.person);
        elsewhere = scene.hub(Who.MANAGER_ELSEWHERE.person);
        people();
        goods();
    }

    private void people() {
        scene.organisation(organisation, Who.MEMBER.person);
        scene.organisation(UUID.randomUUID(), Who.MEMBER_ELSEWHERE.person);
        Instant now = Instant.now();
        scene.onShift(hub, Who.COURIER.person, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(3)));
        scene.onShift(elsewhere, Who.COURIER_ELSEWHERE.person, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(3)));
    }

    /** A lot; pasta for parcels; an arrival, received once too little and once too much, so that the hub has to settle it. */
    private void goods() {
        scene.catalogue();
        scene.pastaRecipe();
        scene.stocked(hub, Scene.PASTA, "1000", tomorrow.plusDays(90));
        item = scene.loose();
        lot = scene.stocked(hub, item, "10");
        Response announced = scene.announce(hub, item, "10", "KG");
        arrival = at(announced, "/id");
        arrivalLine = at(announced, "/lines/0/id");
        receipt = at(scene.confirm(hub, arrival, receipt(false, line(arrivalLine, "2"))), "/id");
        made(Who.MANAGER, "arrivals/" + arrival + "/receipts",
                with(receipt(true, line(arrivalLine, "10")), "seenVersion", 1));
    }

    @Override
    protected Object thing(String name) {
        return switch (name) {
            case "new" -> UUID.randomUUID();
            case "hub" -> hub.id();
            case "manager" -> scene.manager(hub);
            case "lot" -> lot;
            case "donation" -> scene.donated(elsewhere, item, "10");
            case "arrival" -> arrival;
            case "arrivalLine" -> arrivalLine;
            case "receipt" -> receipt;
            case "difference" -> at(hub.as().get("/api/v1/hubs/" + hub.id() + "/to-settle"), "/items/0/id");
            case "task" -> task();
            case "transfer" -> made(Who.MANAGER, "transfers", draft(hub.id()));
            case "organisation" -> organisation;
            case "household" -> referred();
            case "unserved" -> unreferred();
            case "parcel" -> packed();
            case "delivery" -> today(made(Who.MANAGER, "deliveries", deliveryOf(hub.id(), packed())));
            case "failed" -> failed();
            case "helpRequest" -> made(Who.MANAGER, "hubs/" + hub.id() + "/help-requests", help());
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    protected Object nothingLike(String thing) {
        return thing.equals("donation") ? CheckedCode.draw("MA") : UUID.randomUUID();
    }

    @Override
    protected List<String> written() {
        return List.of("movement", "reservation", "lot_check", "hub", "hub_manager", "household", "parcel", "help_request",
                "arrival", "transfer", "delivery", "to_settle", "vault_entry", "vault_erasure", "task", "receipt",
                "confirmation", "outbox_stream");
    }

    /** Lists that have something in them. */
    @Override
    protected void otherwise(Examples examples) {
        task();
        made(Who.MANAGER, "hubs/" + hub.id() + "/help-requests", help());
        packed();
        today(made(Who.MANAGER, "deliveries", deliveryOf(hub.id(), packed())));
        shown(examples, Who.MANAGER, "hubs/{hub}/tasks", "");
        shown(examples, Who.MANAGER, "hubs/{hub}/help-requests", "");
        shown(examples, Who.MANAGER, "hubs/{hub}/parcels", "?day=" + tomorrow);
        shown(examples, Who.COURIER, "me/deliveries", "");
        shown(examples, Who.COORDINATOR, "figures", "?from=" + tomorrow.minusDays(2) + "&to=" + tomorrow);
    }

    private void shown(Examples examples, Who who, String path, String query) {
        Response response = Scene.as(who.person, who.realmRoles)
                .get("/api/v1/" + path.replace("{hub}", hub.id().toString()) + query);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        examples.met("GET", "/api/v1/" + path, null, response.asString());
    }

    @AfterAll
    void must_balance() {
        scene.mustBalance();
    }

    private UUID task() {
        UUID task = UUID.randomUUID();
        scene.sql("insert into task values (?1, ?2, 'DELIVERY_FAILED_TWICE', ?1, ?3, now())", task, hub.id(),
                UUID.fromString(failed()));
        return task;
    }

    /** A case of the organisation; something is to be brought. */
    private String referred() {
        String household = made(Who.MEMBER, "households", household(hub.id(), organisation));
        scene.delivery(hub, UUID.fromString(household));
        return household;
    }

    private String unreferred() {
        return made(Who.MANAGER, "households", household(hub.id(), null));
    }

    private String packed() {
        return at(answered(Who.MANAGER, "hubs/" + hub.id() + "/parcels", parcels(unreferred())), "/packed/0/parcelId");
    }

    /** The door is open from twelve hours before the day: at any hour today. */
    private String today(String delivery) {
        scene.sql("update delivery set planned_for = planned_for - 1 where id = ?1", UUID.fromString(delivery));
        return delivery;
    }

    /** On its way back. */
    private String failed() {
        String delivery = made(Who.MANAGER, "deliveries", deliveryOf(hub.id(), packed()));
        made(Who.COURIER, "deliveries/" + delivery + "/confirmation", Map.of("id", UUID.randomUUID(), "occurredAt",
                Instant.now().toString(), "outcome", "FAILED", "reason", "NOBODY_HOME"));
        return delivery;
    }

    private static String made(Who who, String path, Object body) {
        return at(answered(who, path, body), "/id");
    }

    private static Response answered(Who who, String path, Object body) {
        Response response = Scene.as(who.person).body(body).post("/api/v1/" + path);
        assertThat(response.statusCode() / 100).as(() -> path + ": " + response.asString()).isEqualTo(2);
        return response;
    }

    private Map<String, Object> draft(Object from) {
        return Map.of("fromHubId", from, "toHubId", elsewhere.id(), "lines",
                List.of(Map.of("itemId", item, "quantity", "1", "unit", "KG")));
    }

    private Map<String, Object> household(Object hubId, Object referrer) {
        Map<String, Object> asked = with(scene.aHousehold(hub, 2, 0), "hubId", hubId);
        asked.put("frequency", "CONTINUOUS");
        asked.put("contact", CONTACT);
        if (referrer != null) {
            asked.put("referrerOrganisationId", referrer);
        }
        return asked;
    }

    private Map<String, Object> parcels(String household) {
        return Map.of("recipe", "TEST_PASTA", "handOver", tomorrow.toString(), "householdIds", List.of(household));
    }

    private Map<String, Object> deliveryOf(Object hubId, String parcel) {
        return Map.of("hubId", hubId, "kind", "HOUSEHOLD", "parcelIds", List.of(parcel), "plannedFor", tomorrow.toString(),
                "assignees", List.of(Who.COURIER.person));
    }

    private static Map<String, Object> help() {
        Instant start = Instant.now().plusSeconds(86_400);
        return Map.of("task", "PACKING", "start", start.toString(), "end", start.plusSeconds(7_200).toString(), "roles",
                List.of(Map.of("role", "PACKER", "capacity", 2)));
    }
}
