package it.milanoaiuta.foodhub;

import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.stock.Account.Kind;
import it.milanoaiuta.platform.events.Hearing;
import it.milanoaiuta.platform.web.CheckedCode;
import it.milanoaiuta.platform.web.CityTime;

/**
 * Topics come in any order between each other: whichever of two is heard first, the end is the same. Every pair of topics we hear
 * has its stories, so that a new topic must be put in here.
 */
@QuarkusTest
class TopicOrderTest {

    private static final String ORGANISATIONS = "volunteers.organisations";
    private static final String SHIFTS = "volunteers.shifts";
    private static final String CATALOGUE = "donations.catalogue";
    private static final String NEEDS = "donations.needs";
    private static final String DONATIONS = "donations.donations";

    /** What is told on each of two topics, and what is so in the end. */
    record Story(String tale, Tale one, Tale other, Map<String, Object> end) {

        Set<String> pair() {
            return Set.of(one.topic, other.topic);
        }
    }

    /** What one topic tells. What people do with it, they do at once: goods are received as soon as they are expected. */
    record Tale(String topic, Consumer<World> told, Map<String, Function<World, Object>> end) {}

    private static final Tale VERIFIED = new Tale(ORGANISATIONS, World::verified, Map.of("files a case", World::filing));
    private static final Tale SUSPENDED = new Tale(ORGANISATIONS, World::suspended, Map.of("files a case", World::filing));
    private static final Tale STAFFED = new Tale(SHIFTS, World::staffed,
            Map.of("request", World::request, "roster", World::roster));
    private static final Tale MOVED = new Tale(SHIFTS, World::moved,
            Map.of("request", World::request, "roster", World::roster));
    private static final Tale CALLED_OFF = new Tale(SHIFTS, World::calledOff,
            Map.of("request", World::request, "roster", World::roster));
    private static final Tale LISTED = new Tale(CATALOGUE, World::listed, Map.of("item", World::itemCode));
    private static final Tale PUBLISHED = new Tale(NEEDS, w -> w.published("ORGANISATION"), Map.of("need", World::needState));
    private static final Tale OF_THE_HUB = new Tale(NEEDS, w -> w.published("HUB"), Map.of("need", World::needState));
    private static final Tale ENDED = new Tale(NEEDS, World::ended, Map.of("need", World::needState));
    private static final Tale ENDED_UNKNOWN = new Tale(NEEDS, World::cancelled, Map.of("need", World::needState));
    private static final Tale RECEIVED = new Tale(DONATIONS, World::received, World.GOODS);
    private static final Tale WITHDRAWN = new Tale(DONATIONS, World::withdrawnAndReceived, World.GOODS);
    private static final Tale GIVEN = new Tale(DONATIONS, World::given, World.GOODS);
    private static final Tale GIVEN_AND_CANCELLED = new Tale(DONATIONS, World::givenAndCancelled, World.GOODS);
    private static final Tale SCHEDULED = new Tale(DONATIONS, World::scheduled, Map.of("arrival", World::arrival));

    private static final List<Story> STORIES = List.of(
            new Story("a member files a case, her sister comes to the shift", VERIFIED, STAFFED,
                    Map.of("files a case", 201, "request", "FILLED", "roster", 1)),
            new Story("a suspended organisation, a shift called off", SUSPENDED, CALLED_OFF,
                    Map.of("files a case", 409, "request", "SHIFT_CANCELLED", "roster", 0)),
            new Story("an organisation and the catalogue", VERIFIED, LISTED, Map.of("files a case", 201, "item", "PEARS")),
            new Story("a need of a member's organisation", VERIFIED, PUBLISHED, Map.of("files a case", 201, "need", "OPEN")),
            new Story("a need of a suspended organisation", SUSPENDED, PUBLISHED, Map.of("files a case", 409, "need", "OPEN")),
            new Story("a donation for an organisation we do not know yet", VERIFIED, RECEIVED,
                    Map.of("files a case", 201, "set aside", "20.000", "planned", 1L, "on hand", "20.000")),
            new Story("a shift and the catalogue", STAFFED, LISTED, Map.of("request", "FILLED", "roster", 1, "item", "PEARS")),
            new Story("a shift and a need", MOVED, PUBLISHED, Map.of("request", "OPEN", "roster", 1, "need", "OPEN")),
            new Story("a shift and a donation", STAFFED, RECEIVED,
                    Map.of("request", "FILLED", "roster", 1, "set aside", "20.000",
                            "planned", 1L, "on hand", "20.000")),
            new Story("a need for an item we do not know yet", LISTED, PUBLISHED, Map.of("item", "PEARS", "need", "OPEN")),
            new Story("a donation of an item we do not know yet", LISTED, SCHEDULED,
                    Map.of("item", "PEARS", "arrival", "EXPECTED PEARS 20.000")),
            new Story("goods for an organisation's need are set aside", PUBLISHED, RECEIVED,
                    Map.of("need", "OPEN", "set aside", "20.000", "planned", 1L, "on hand", "20.000")),
            new Story("goods for a hub's own need are its stock", OF_THE_HUB, RECEIVED,
                    Map.of("need", "OPEN", "set aside", "0.000", "planned", 0L, "on hand", "20.000")),
            new Story("goods for a need that has ended are general stock", ENDED, RECEIVED,
                    Map.of("need", "CANCELLED", "set aside", "0.000", "planned", 0L, "on hand", "20.000")),
            new Story("a need whose end is all we know of it", ENDED_UNKNOWN, RECEIVED,
                    Map.of("need", "CANCELLED", "set aside", "0.000", "planned", 0L, "on hand", "20.000")),
            new Story("goods of a cancelled donation that come all the same serve their line", PUBLISHED, WITHDRAWN,
                    Map.of("need", "OPEN", "set aside", "20.000", "planned", 1L, "on hand", "20.000")),
            new Story("a hub gives of its own stock", PUBLISHED, GIVEN,
                    Map.of("need", "OPEN", "set aside", "20.000", "planned", 1L, "on hand", "30.000", "told", "20.000")),
            new Story("a hub cannot give to itself", OF_THE_HUB, GIVEN,
                    Map.of("need", "OPEN", "set aside", "0.000", "planned", 0L, "on hand", "30.000", "told", "0.000")),
            new Story("a hub gives to a need that has ended", ENDED, GIVEN,
                    Map.of("need", "CANCELLED", "set aside", "0.000", "planned", 0L, "on hand", "30.000", "told", "0.000")),
            new Story("a hub gives and takes it back", PUBLISHED, GIVEN_AND_CANCELLED,
                    Map.of("need", "OPEN", "set aside", "0.000", "planned", 0L, "on hand", "30.000", "told", "0.000")));

    @Inject
    Scene scene;

    @Inject
    @Any
    Instance<Hearing> hearings;

    @Test
    void every_pair_of_topics_we_hear_has_its_story() {
        List<String> heard = hearings.stream().map(Hearing::topic).sorted().toList();
        Set<String> pairs = new TreeSet<>();
        for (String one : heard) {
            heard.stream().filter(other -> one.compareTo(other) < 0).forEach(other -> pairs.add(one + " " + other));
        }
        Set<String> told = STORIES.stream().map(story -> story.pair().stream().sorted().collect(Collectors.joining(" ")))
                .collect(Collectors.toSet());
        assertThat(told).isEqualTo(pairs);
    }

    @Test
    void whichever_topic_is_heard_first_the_end_is_the_same() {
        List<String> wrong = new ArrayList<>();
        for (Story story : STORIES) {
            wrong.addAll(told(story, story.one, story.other));
            wrong.addAll(told(story, story.other, story.one));
        }
        assertThat(wrong).isEmpty();
        scene.mustBalance();
    }

    private List<String> told(Story story, Tale first, Tale then) {
        World world = new World(scene);
        first.told.accept(world);
        then.told.accept(world);
        Map<String, Function<World, Object>> asked = new HashMap<>(first.end);
        asked.putAll(then.end);
        return story.end.entrySet().stream().map(expected -> {
            Object is = asked.get(expected.getKey()).apply(world);
            return is.equals(expected.getValue())
                    ? null
                    : "%s, %s first: %s is %s, not %s".formatted(story.tale, first.topic, expected.getKey(), is,
                            expected.getValue());
        }).filter(difference -> difference != null).toList();
    }

    /** Ids of its own: a hub and its manager, an organisation and its member, a shift, an item, a need and a donation. */
    private static class World {

        static final Map<String, Function<World, Object>> GOODS = Map.of("set aside", World::setAside, "planned",
                World::planned, "on hand", World::onHand, "told", World::told);

        final Scene scene;
        final OwnHub hub;
        final UUID organisation = UUID.randomUUID();
        final UUID member = UUID.randomUUID();
        final UUID shift = UUID.randomUUID();
        final UUID item = UUID.randomUUID();
        final UUID need = UUID.randomUUID();
        final UUID needLine = UUID.randomUUID();
        final UUID donation = UUID.randomUUID();
        final String code = CheckedCode.draw("MA").toString();
        final Instant start = Instant.parse("2099-06-01T08:00:00Z");
        private final String request;

        World(Scene scene) {
            this.scene = scene;
            hub = scene.hub();
            request = UUID.randomUUID().toString();
            scene.sql("insert into help_request values (?1, ?2, 'PACKING', ?3, ?4, 'OPEN', ?5, now())",
                    UUID.fromString(request),
                    hub.id(), start, start.plusSeconds(7200), hub.manager());
            scene.sql("insert into help_request_role values (?1, 'PACKER', 1)", UUID.fromString(request));
        }

        private void tell(String topic, String type, Map<String, Object> payload) {
            scene.hear(topic, type + ".v1", payload);
        }

        void verified() {
            tell(ORGANISATIONS, "MemberJoined", Map.of("organisationId", organisation, "subject", member, "role", "OWNER"));
            tell(ORGANISATIONS, "OrganisationVerified", Map.of("organisationId", organisation));
        }

        void suspended() {
            verified();
            tell(ORGANISATIONS, "OrganisationSuspended", Map.of("organisationId", organisation));
        }

        Object filing() {
            Map<String, Object> asked = scene.aHousehold(hub, 2, 0);
            asked.put("referrerOrganisationId", organisation);
            return Scene.as(member).body(asked).post("/api/v1/households").statusCode();
        }

        void staffed() {
            shift("ShiftOpened", start, 1);
            tell(SHIFTS, "VolunteerConfirmed",
                    place(Map.of("personId", UUID.randomUUID(), "subject", member, "role", "PACKER")));
        }

        /** To the next day, with one more place. */
        void moved() {
            staffed();
            shift("ShiftChanged", start.plusSeconds(86_400), 2);
        }

        void calledOff() {
            staffed();
            tell(SHIFTS, "ShiftCancelled", place(Map.of("helpRequestId", request, "reason", "OWNER")));
        }

        private void shift(String type, Instant at, int places) {
            shiftStart = at;
            tell(SHIFTS, type, place(Map.of("helpRequestId", request, "roles",
                    List.of(Map.of("role", "PACKER", "capacity", places)))));
        }

        private Instant shiftStart = start;

        private Map<String, Object> place(Map<String, Object> more) {
            Map<String, Object> payload = new HashMap<>(Map.of("shiftId", shift, "ownerKind", "HUB", "ownerId", hub.id(),
                    "signUpId", shift, "start", shiftStart, "end", shiftStart.plusSeconds(7200)));
            payload.putAll(more);
            return payload;
        }

        Object request() {
            return hub.as().get("/api/v1/hubs/" + hub.id() + "/help-requests").path("items[0].state");
        }

        Object roster() {
            LocalDate day = CityTime.dayOf(shiftStart);
            return hub.as().queryParam("day", day.toString()).get("/api/v1/hubs/" + hub.id() + "/roster").path("items.size()");
        }

        void listed() {
            tell(CATALOGUE, "ItemListed", Map.of("itemId", item, "code", "PEARS", "category", "FOOD", "unit", "KG",
                    "storageClass", "FRESH_PRODUCE", "kgPerUnit", "1", "shelfDays", 9, "marginDays", 1, "dateKind", "NONE",
                    "conversions", List.of(Map.of("unit", "PIECE", "factor", "0.200", "nominal", true))));
        }

        /** Five kilograms of it came: it is known by this code. */
        Object itemCode() {
            return scene.announce(hub, item, "5", "KG").then().statusCode(201).extract().path("lines[0].itemCode");
        }

        void published(String ownerKind) {
            tell(NEEDS, "NeedPublished", Map.of("needId", need, "ownerKind", ownerKind, "ownerId",
                    ownerKind.equals("HUB") ? hub.id() : organisation, "byWhen", "2099-01-01T00:00:00Z", "urgency", "ORDINARY",
                    "municipio", 9, "lines",
                    List.of(Map.of("needLineId", needLine, "itemId", item, "quantity", "50", "unit", "KG"))));
        }

        void ended() {
            published("ORGANISATION");
            cancelled();
        }

        void cancelled() {
            tell(NEEDS, "NeedCancelled", Map.of("needId", need));
        }

        Object needState() {
            return scene.text("select state from need where id = ?1", need);
        }

        void scheduled() {
            tell(DONATIONS, "DonationScheduled", donation(Map.of()));
        }

        void received() {
            scheduled();
            receive();
        }

        void withdrawnAndReceived() {
            scheduled();
            tell(DONATIONS, "DonationCancelled", Map.of("donationId", donation, "reason", "BY_DONOR"));
            receive();
        }

        private void receive() {
            Response arrival = hub.as().get("/api/v1/arrivals/" + found("items[0].id"));
            Map<String, Object> all = line(arrival.path("lines[0].id"), "20");
            scene.confirm(hub, arrival.path("id"), receipt(true, all)).then().statusCode(201);
        }

        void given() {
            scene.sql("insert into item (id, code, category, unit, storage_class, kg_per_unit, date_kind, listed)"
                    + " values (?1, 'PEARS', 'FOOD', 'KG', 'FRESH_PRODUCE', 1, 'NONE', true) on conflict do nothing", item);
            scene.stocked(hub, item, "30");
            tell(DONATIONS, "DonationScheduled", donation(Map.of("onBehalfOfHubId", hub.id())));
        }

        void givenAndCancelled() {
            given();
            tell(DONATIONS, "DonationCancelled", Map.of("donationId", donation, "reason", "BY_DONOR"));
        }

        private Map<String, Object> donation(Map<String, Object> more) {
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

        Object arrival() {
            return found("items[0].state") + " " + found("items[0].lines[0].itemCode") + " "
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
