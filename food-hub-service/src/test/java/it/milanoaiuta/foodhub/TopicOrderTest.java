package it.milanoaiuta.foodhub;

import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.stock.Account.Kind;
import it.milanoaiuta.platform.events.Hearing;
import it.milanoaiuta.platform.testing.EveryOrder;
import it.milanoaiuta.platform.web.CheckedCode;
import it.milanoaiuta.platform.web.CityTime;

/** What people do with what is told, they do at once: goods are received as soon as they are expected. */
@QuarkusTest
class TopicOrderTest extends EveryOrder<TopicOrderTest.World> {

    private static final String ORGANISATIONS = "volunteers.organisations";
    private static final String SHIFTS = "volunteers.shifts";
    private static final String CATALOGUE = "donations.catalogue";
    private static final String NEEDS = "donations.needs";
    private static final String DONATIONS = "donations.donations";

    private final Step<World> joins = told("MemberJoined", world -> world.membership(world.member));
    private final Step<World> isVerified = told("OrganisationVerified", World::organisation);
    private final Step<World> isSuspended = told("OrganisationSuspended", World::organisation);
    private final Step<World> opens = told("ShiftOpened", world -> world.shift(world.start, 1));
    private final Step<World> comes = told("VolunteerConfirmed", world -> world.coming(world.member));
    private final Step<World> isScheduled = told("DonationScheduled", world -> world.donation(Map.of()));
    private final Step<World> isGivenByTheHub = told("DonationScheduled",
            world -> world.donation(Map.of("onBehalfOfHubId", world.hub.id())));
    private final Step<World> isCancelled = told("DonationCancelled", world -> world.end("BY_DONOR"));

    private final Life<World> verified = life(ORGANISATIONS, joins,
            told("MemberJoined", world -> world.membership(world.another)),
            told("MemberLeft", world -> world.membership(world.another)), isVerified);
    private final Life<World> suspended = life(ORGANISATIONS, joins, isVerified, isSuspended,
            told("OrganisationReinstated", World::organisation), isSuspended);
    private final Life<World> staffed = life(SHIFTS, opens,
            told("VolunteerConfirmed", world -> world.coming(world.another)),
            told("VolunteerLeft", world -> world.coming(world.another)), comes);
    /** To the next day, with one more place. */
    private final Life<World> moved = life(SHIFTS, opens, comes,
            told("ShiftChanged", world -> world.shift(world.start.plusSeconds(86_400), 2)));
    private final Life<World> calledOff = life(SHIFTS, opens, comes,
            told("ShiftCancelled", world -> world.place(Map.of("helpRequestId", world.request, "reason", "OWNER"))));
    private final Life<World> listed = life(CATALOGUE, told("ItemListed", world -> world.item("SMALL_PEARS")),
            told("ItemChanged", world -> world.item("PEARS")));
    private final Life<World> archived = life(CATALOGUE, told("ItemListed", world -> world.item("PEARS")),
            told("ItemArchived", world -> Map.of("itemId", world.item)));
    private final Life<World> published = life(NEEDS, told("NeedPublished", world -> world.need("ORGANISATION")));
    private final Life<World> ofTheHub = life(NEEDS, told("NeedPublished", world -> world.need("HUB")));
    private final Life<World> ended = publishedAnd("NeedCancelled");
    private final Life<World> endedUnknown = life(NEEDS, told("NeedCancelled", World::need));
    private final Life<World> scheduled = life(DONATIONS, isScheduled);
    private final Life<World> rescheduled = life(DONATIONS, isScheduled,
            told("DonationRescheduled", world -> world.donation(Map.of("windowEnd", "2026-11-24T18:00:00Z"))));
    private final Life<World> lapsed = life(DONATIONS, isScheduled, told("DonationLapsed", world -> world.end("LAPSED")));
    private final Life<World> received = life(DONATIONS, isScheduled, done(World::receive));
    private final Life<World> withdrawn = life(DONATIONS, isScheduled, isCancelled, done(World::receive));
    private final Life<World> given = life(DONATIONS, done(World::stock), isGivenByTheHub);
    private final Life<World> givenAndCancelled = life(DONATIONS, done(World::stock), isGivenByTheHub, isCancelled);

    private Life<World> publishedAnd(String end) {
        return life(NEEDS, told("NeedPublished", world -> world.need("ORGANISATION")), told(end, World::need));
    }

    private static final Map<String, Function<World, Object>> ASKED = Map.ofEntries(entry("files a case", World::filing),
            entry("request", World::requestState), entry("roster", World::roster), entry("item", World::itemCode),
            entry("archived", World::isArchived), entry("need", World::needState), entry("arrival", World::arrival),
            entry("expected", World::arrivalState), entry("set aside", World::setAside), entry("planned", World::planned),
            entry("on hand", World::onHand), entry("told", World::told));

    private static Story<World> story(String tale, Life<World> one, Life<World> other, Map<String, Object> end) {
        Map<String, Function<World, Object>> asked = new HashMap<>(ASKED);
        asked.keySet().retainAll(end.keySet());
        return new Story<>(tale, List.of(one, other), asked, end);
    }

    @Override
    protected List<Story<World>> stories() {
        return List.of(
                story("a member files a case, her sister comes to the shift", verified, staffed,
                        Map.of("files a case", 201, "request", "FILLED", "roster", 1)),
                story("a suspended organisation, a shift called off", suspended, calledOff,
                        Map.of("files a case", 409, "request", "SHIFT_CANCELLED", "roster", 0)),
                story("an organisation and the catalogue", verified, listed, Map.of("files a case", 201, "item", "PEARS")),
                story("a need of a member's organisation", verified, published, Map.of("files a case", 201, "need", "OPEN")),
                story("a need of a suspended organisation", suspended, published, Map.of("files a case", 409, "need", "OPEN")),
                story("a donation for an organisation we do not know yet", verified, received,
                        Map.of("files a case", 201, "set aside", "20.000", "planned", 1L, "on hand", "20.000")),
                story("a shift and the catalogue", staffed, listed, Map.of("request", "FILLED", "roster", 1, "item", "PEARS")),
                story("a shift and a need", moved, published, Map.of("request", "OPEN", "roster", 1, "need", "OPEN")),
                story("a shift and a donation", staffed, received,
                        Map.of("request", "FILLED", "roster", 1, "set aside", "20.000",
                                "planned", 1L, "on hand", "20.000")),
                story("a need for an item we do not know yet", listed, published, Map.of("item", "PEARS", "need", "OPEN")),
                story("a donation of an item we do not know yet", listed, scheduled,
                        Map.of("item", "PEARS", "arrival", "EXPECTED PEARS 20.000")),
                story("goods for an organisation's need are set aside", published, received,
                        Map.of("need", "OPEN", "set aside", "20.000", "planned", 1L, "on hand", "20.000")),
                story("goods for a hub's own need are its stock", ofTheHub, received,
                        Map.of("need", "OPEN", "set aside", "0.000", "planned", 0L, "on hand", "20.000")),
                story("goods for a need that has ended are general stock", ended, received,
                        Map.of("need", "CANCELLED", "set aside", "0.000", "planned", 0L, "on hand", "20.000")),
                story("a need whose end is all we know of it", endedUnknown, received,
                        Map.of("need", "CANCELLED", "set aside", "0.000", "planned", 0L, "on hand", "20.000")),
                story("goods of a cancelled donation that come all the same serve their line", published, withdrawn,
                        Map.of("need", "OPEN", "set aside", "20.000", "planned", 1L, "on hand", "20.000")),
                story("a hub gives of its own stock", published, given,
                        Map.of("need", "OPEN", "set aside", "20.000", "planned", 1L, "on hand", "30.000", "told", "20.000")),
                story("a hub cannot give to itself", ofTheHub, given,
                        Map.of("need", "OPEN", "set aside", "0.000", "planned", 0L, "on hand", "30.000", "told", "0.000")),
                story("a hub gives to a need that has ended", ended, given,
                        Map.of("need", "CANCELLED", "set aside", "0.000", "planned", 0L, "on hand", "30.000", "told", "0.000")),
                story("a hub gives and takes it back", published, givenAndCancelled,
                        Map.of("need", "OPEN", "set aside", "0.000", "planned", 0L, "on hand", "30.000", "told", "0.000")),
                story("an item that is listed no more", archived, published, Map.of("archived", "true", "need", "OPEN")),
                story("a need that expires", listed, publishedAnd("NeedExpired"), Map.of("item", "PEARS", "need", "EXPIRED")),
                story("a need that is met", scheduled, publishedAnd("NeedFulfilled"),
                        Map.of("expected", "EXPECTED", "need", "FULFILLED")),
                story("a need that is closed short", rescheduled, publishedAnd("NeedClosedShort"),
                        Map.of("expected", "EXPECTED", "need", "CLOSED_SHORT")),
                story("a donation that never comes", lapsed, published,
                        Map.of("expected", "LAPSED", "need", "OPEN")));
    }

    @Inject
    Scene scene;

    @Inject
    @Any
    Instance<Hearing> hearings;

    @Override
    protected World world() {
        return new World(scene);
    }

    @Override
    protected void tell(String topic, String type, Map<String, ?> payload) {
        scene.hear(topic, type, payload);
    }

    @Override
    protected Map<String, Set<String>> heard() {
        Map<String, Set<String>> heard = new HashMap<>();
        hearings.forEach(hearing -> hearing.register(new Hearing.Handlers() {
            @Override
            public <T> Hearing.Handlers event(String type, Class<T> payload, BiConsumer<T, Hearing.Envelope> handler) {
                heard.computeIfAbsent(hearing.topic(), topic -> new HashSet<>()).add(type);
                return this;
            }
        }));
        return heard;
    }

    @Override
    protected void mustHoldInTheEnd() {
        scene.mustBalance();
    }

    /** Ids of its own: a hub and its manager, an organisation and its member, a shift, an item, a need and a donation. */
    static class World {

        final Scene scene;
        final OwnHub hub;
        final UUID organisation = UUID.randomUUID();
        final UUID member = UUID.randomUUID();
        final UUID another = UUID.randomUUID();
        final UUID shift = UUID.randomUUID();
        final UUID item = UUID.randomUUID();
        final UUID need = UUID.randomUUID();
        final UUID needLine = UUID.randomUUID();
        final UUID donation = UUID.randomUUID();
        final String code = CheckedCode.draw("MA").toString();
        final Instant start = Instant.parse("2099-06-01T08:00:00Z");
        final String request;

        World(Scene scene) {
            this.scene = scene;
            hub = scene.hub();
            request = UUID.randomUUID().toString();
            scene.sql("insert into help_request values (?1, ?2, 'PACKING', ?3, ?4, 'OPEN', ?5, now())",
                    UUID.fromString(request),
                    hub.id(), start, start.plusSeconds(7200), hub.manager());
            scene.sql("insert into help_request_role values (?1, 'PACKER', 1)", UUID.fromString(request));
        }

        Map<String, Object> organisation() {
            return Map.of("organisationId", organisation);
        }

        Map<String, Object> membership(UUID whom) {
            return Map.of("organisationId", organisation, "subject", whom, "role", "OWNER");
        }

        Object filing() {
            Map<String, Object> asked = scene.aHousehold(hub, 2, 0);
            asked.put("referrerOrganisationId", organisation);
            return Scene.as(member).body(asked).post("/api/v1/households").statusCode();
        }

        Map<String, Object> coming(UUID whom) {
            return place(Map.of("signUpId", whom, "personId", UUID.randomUUID(), "subject", whom, "role", "PACKER"));
        }

        Map<String, Object> shift(Instant at, int places) {
            shiftStart = at;
            return place(Map.of("helpRequestId", request, "roles", List.of(Map.of("role", "PACKER", "capacity", places))));
        }

        private Instant shiftStart = start;

        private Map<String, Object> place(Map<String, Object> more) {
            Map<String, Object> payload = new HashMap<>(Map.of("shiftId", shift, "ownerKind", "HUB", "ownerId", hub.id(),
                    "start", shiftStart, "end", shiftStart.plusSeconds(7200)));
            payload.putAll(more);
            return payload;
        }

        Object requestState() {
            return hub.as().get("/api/v1/hubs/" + hub.id() + "/help-requests").path("items[0].state");
        }

        Object roster() {
            LocalDate day = CityTime.dayOf(shiftStart);
            return hub.as().queryParam("day", day.toString()).get("/api/v1/hubs/" + hub.id() + "/roster").path("items.size()");
        }

        Map<String, Object> item(String code) {
            return Map.of("itemId", item, "code", code, "category", "FOOD", "unit", "KG", "storageClass", "FRESH_PRODUCE",
                    "kgPerUnit", "1", "shelfDays", 9, "marginDays", 1, "dateKind", "NONE", "conversions",
                    List.of(Map.of("unit", "PIECE", "factor", "0.200", "nominal", true)));
        }

        Object isArchived() {
            return scene.text("select cast(archived as text) from item where id = ?1", item);
        }

        /** Five kilograms of it came: it is known by this code. */
        Object itemCode() {
            return scene.announce(hub, item, "5", "KG").then().statusCode(201).extract().path("lines[0].itemCode");
        }

        Map<String, Object> need(String ownerKind) {
            return Map.of("needId", need, "ownerKind", ownerKind, "ownerId",
                    ownerKind.equals("HUB") ? hub.id() : organisation, "byWhen", "2099-01-01T00:00:00Z", "urgency", "ORDINARY",
                    "municipio", 9, "lines",
                    List.of(Map.of("needLineId", needLine, "itemId", item, "quantity", "50", "unit", "KG")));
        }

        Map<String, Object> need() {
            return Map.of("needId", need);
        }

        Object needState() {
            return scene.text("select state from need where id = ?1", need);
        }

        Map<String, Object> end(String reason) {
            return Map.of("donationId", donation, "reason", reason);
        }

        void receive() {
            Response arrival = hub.as().get("/api/v1/arrivals/" + found("items[0].id"));
            Map<String, Object> all = line(arrival.path("lines[0].id"), "20");
            scene.confirm(hub, arrival.path("id"), receipt(true, all)).then().statusCode(201);
        }

        /** Thirty kilograms of it are in the hub. */
        void stock() {
            scene.sql("insert into item (id, code, category, unit, storage_class, kg_per_unit, date_kind, listed)"
                    + " values (?1, 'PEARS', 'FOOD', 'KG', 'FRESH_PRODUCE', 1, 'NONE', true) on conflict do nothing", item);
            scene.stocked(hub, item, "30");
        }

        Map<String, Object> donation(Map<String, Object> more) {
            Map<String, Object> payload = new HashMap<>(Map.of("donationId", donation, "code", code, "hubId", hub.id(),
                    "windowStart", "2026-11-24T08:00:00Z", "windowEnd", "2026-11-24T12:00:00Z", "handover", "DROP_OFF",
                    "fundingSource", "SURPLUS", "lines",
                    List.of(Map.of("donationLineId", donation, "itemId", item, "quantity", "20", "unit", "KG", "storageClass",
                            "FRESH_PRODUCE", "kgPerUnit", "1", "needId", need, "needLineId", needLine))));
            payload.putAll(more);
            return payload;
        }

        private <T> T found(String path) {
            return hub.as().queryParam("code", code).get("/api/v1/hubs/" + hub.id() + "/arrivals").path(path);
        }

        Object arrivalState() {
            return found("items[0].state");
        }

        Object arrival() {
            return arrivalState() + " " + found("items[0].lines[0].itemCode") + " "
                    + found("items[0].lines[0].expected");
        }

        Object setAside() {
            return scene
                    .decimal("select coalesce(sum(reserved), 0.000) from balance where kind = 'HUB' and owner = ?1", hub.id())
                    .toPlainString();
        }

        Object planned() {
            return scene.count("select count(*) from delivery where need_id = ?1 and state = 'PLANNED'", need);
        }

        Object onHand() {
            return scene.held(Kind.HUB, hub.id(), item).toPlainString();
        }

        /** What donations-service was told last that its line was given. */
        Object told() {
            return scene.text("""
                    select payload -> 'lines' -> 0 ->> 'accepted' from (
                      select seq, payload from outbox where payload ->> 'donationId' = ?1
                      union select seq, payload from event_log where payload ->> 'donationId' = ?1
                    ) told order by seq desc limit 1""", donation.toString());
        }
    }
}
