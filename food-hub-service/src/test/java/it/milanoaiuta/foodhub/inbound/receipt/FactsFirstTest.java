package it.milanoaiuta.foodhub.inbound.receipt;

import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static it.milanoaiuta.foodhub.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.platform.web.CheckedCode;

/** Goods that are there beat goods that are promised, and what came at one hub is expected at no other. */
@QuarkusTest
class FactsFirstTest {

    private final UUID need = UUID.randomUUID();
    private final UUID needLine = UUID.randomUUID();

    @Inject
    Scene scene;

    OwnHub hub;
    UUID item;

    @BeforeEach
    void open() {
        hub = scene.hub();
        item = scene.loose();
    }

    @AfterEach
    void balance() {
        scene.mustBalance();
    }

    @Test
    void goods_of_a_withdrawn_donation_are_set_aside_though_others_have_promised_as_much() {
        asked("ORGANISATION", "30");
        Gift lapsed = scheduled("20", hub);
        scene.hear("donations.donations", "DonationLapsed.v1", Map.of("donationId", lapsed.id));
        Gift since = scheduled("22", hub);
        lapsed.came(hub, "20");
        reserved("20.000");
        assertThat(lapsed.setAside(hub)).isEqualTo(List.of("20.000"));
        since.came(hub, "22");
        reserved("30.000");
        assertThat(since.setAside(hub)).as("the rest is general stock").isEqualTo(List.of("10.000"));
    }

    @Test
    void a_hubs_own_need_has_what_came_for_it_first_as_far_as_it_asks() {
        asked("HUB", "30");
        Gift one = scheduled("20", hub);
        Gift other = scheduled("20", hub);
        one.came(hub, "20");
        other.came(hub, "20");
        reserved("0.000");
        assertThat(one.setAside(hub)).isEqualTo(List.of("20.000"));
        assertThat(other.setAside(hub)).isEqualTo(List.of("10.000"));
    }

    @Test
    void goods_in_quarantine_are_not_set_aside() {
        item = scene.item("KG", "CHILLED", "NONE");
        asked("ORGANISATION", "30");
        Gift gift = scheduled("20", hub);
        gift.confirm(hub, receipt(true, with(line(gift.lineAt(hub), "20"), "temperature", "15"))).statusCode(201);
        assertThat(gift.setAside(hub)).isEqualTo(List.of("0.000"));
    }

    @Test
    void what_was_set_aside_before_anybody_knew_how_much_is_asked_is_freed_as_far_as_it_is_too_much() {
        Gift one = scheduled("20", hub);
        Gift other = scheduled("20", hub);
        one.came(hub, "20");
        other.came(hub, "20");
        reserved("40.000");
        asked("ORGANISATION", "25");
        reserved("25.000");
        assertThat(scene.told(scene.plannedFor(need), "DeliveryPlanned.v1").stream()
                .reduce((before, last) -> last).map(FactsFirstTest::quantities).orElseThrow())
                .isEqualTo(List.of("20.000", "5.000"));
    }

    @Test
    void goods_that_came_back_and_are_planned_again_are_counted_once() {
        asked("ORGANISATION", "30");
        Gift gift = scheduled("20", hub);
        Gift other = scheduled("20", hub);
        gift.came(hub, "20");
        UUID delivery = scene.plannedFor(need);
        hub.as().post("/api/v1/deliveries/" + delivery + "/loading").then().statusCode(200);
        hub.as().body(Map.of("id", UUID.randomUUID(), "occurredAt", Instant.now().toString(), "outcome", "FAILED",
                "reason", "NOBODY_HOME", "back", Map.of("readings", List.of())))
                .post("/api/v1/deliveries/" + delivery + "/confirmation").then().statusCode(200);
        reserved("20.000");
        other.came(hub, "20");
        reserved("30.000");
    }

    @Test
    void what_comes_to_the_hub_it_was_planned_for_before_is_not_awaited_at_the_other() {
        OwnHub other = scene.hub();
        Gift gift = scheduled("4", hub);
        gift.rescheduled("4", other);
        gift.came(hub, "4");
        gift.arrival(other).body("lines[0].expected", equalTo("0.000")).body("state", equalTo("MOVED"))
                .body("withdrawn", nullValue());
        other.as().queryParam("state", "EXPECTED").get("/api/v1/hubs/" + other.id() + "/arrivals").then()
                .body("items", equalTo(List.of()));
        gift.confirm(other, receipt(false, line(gift.lineAt(other), "4"))).statusCode(400)
                .body("violations.field", hasItem("lines[0].accepted"));
        gift.rescheduled("4", hub);
        gift.rescheduled("4", other);
        gift.arrival(other).body("lines[0].expected", equalTo("0.000"));
        gift.confirm(other, receipt(false, line(gift.lineAt(other), "4"))).statusCode(400);
        assertThat(gift.closed(hub)).isEqualTo(List.of(true));
    }

    @Test
    void when_a_part_comes_elsewhere_the_planned_hub_expects_the_rest_until_that_is_undone() {
        OwnHub other = scene.hub();
        Gift gift = scheduled("10", hub);
        gift.rescheduled("10", other);
        Object receipt = gift.confirm(hub, receipt(true, line(gift.lineAt(hub), "4"))).statusCode(201).extract().path("id");
        assertThat(gift.closed(hub)).as("the rest may come to the other hub").isEqualTo(List.of(false));
        gift.arrival(hub).body("state", equalTo("CLOSED")).body("lines[0].expected", equalTo("4.000"));
        gift.arrival(other).body("lines[0].expected", equalTo("6.000")).body("state", equalTo("EXPECTED"));
        hub.as().post("/api/v1/receipts/" + receipt + "/undoing").then().statusCode(200);
        gift.arrival(other).body("lines[0].expected", equalTo("10.000"));
        gift.confirm(hub, receipt(true, line(gift.lineAt(hub), "4"))).statusCode(201);
        gift.came(other, "6");
        assertThat(gift.closed(other)).isEqualTo(List.of(true));
    }

    @Test
    void what_comes_to_a_hub_it_was_never_planned_for_is_received_there_by_its_code() {
        asked("ORGANISATION", "30");
        OwnHub other = scene.hub();
        Gift gift = scheduled("10", hub);
        Object here = byCode(other, gift.code.toLowerCase(Locale.ROOT).replace('-', ' ')).statusCode(201)
                .body("kind", equalTo("DONATION")).body("withdrawn", equalTo("MOVED")).body("windowStart", nullValue())
                .body("code", equalTo(gift.code)).body("lines[0].expected", equalTo("10.000")).extract().path("id");
        gift.came(other, "4");
        assertThat(gift.setAside(other)).isEqualTo(List.of("4.000"));
        assertThat(gift.closed(other)).as("the rest comes where it was to come").isEqualTo(List.of(false));
        gift.arrival(other).body("state", equalTo("CLOSED"));
        gift.arrival(hub).body("lines[0].expected", equalTo("6.000")).body("state", equalTo("EXPECTED"));
        byCode(other, gift.code).statusCode(201).body("id", equalTo(here));
        gift.came(hub, "6");
        assertThat(gift.closed(hub)).isEqualTo(List.of(true));
        reserved("6.000");
        gift.rescheduled("10", other);
        gift.arrival(other).body("lines[0].expected", equalTo("4.000"));
    }

    @Test
    void goods_of_a_cancelled_donation_are_received_at_any_hub() {
        OwnHub other = scene.hub();
        Gift gift = scheduled("10", hub);
        scene.hear("donations.donations", "DonationCancelled.v1", Map.of("donationId", gift.id));
        byCode(other, gift.code).statusCode(201).body("withdrawn", equalTo("CANCELLED")).body("state", equalTo("CANCELLED"));
        gift.came(other, "10");
        assertThat(gift.closed(other)).isEqualTo(List.of(true));
        gift.arrival(hub).body("lines[0].expected", equalTo("0.000"));
    }

    @Test
    void what_is_entered_later_has_come_when_it_came() {
        OwnHub other = scene.hub();
        Gift gift = scheduled("10", hub);
        String yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS).toString();
        other.as().body(Map.of("code", gift.code, "cameAt", Instant.now().plusSeconds(60).toString()))
                .post(byCode(other)).then().statusCode(400).body("violations.field", hasItem("cameAt"));
        other.as().body(Map.of("code", gift.code, "cameAt", yesterday)).post(byCode(other)).then().statusCode(201)
                .body("cameAt", equalTo(yesterday));
        gift.confirm(other, with(receipt(true, line(gift.lineAt(other), "10")), "occurredAt", yesterday)).statusCode(201)
                .body("occurredAt", equalTo(yesterday));
    }

    @Test
    void a_code_that_no_hub_was_told_of_is_said_to_be_so() {
        byCode(hub, CheckedCode.draw("MA").toString()).statusCode(404).body("type", equalTo("/problems/donation-not-known"))
                .body("violations.field", hasItem("code"));
        byCode(hub, "MA-2222-2223").statusCode(400).body("violations.field", hasItem("code"));
        byCode(hub, " ").statusCode(400).body("violations.field", hasItem("code"));
    }

    @Test
    void all_who_ask_at_once_get_the_same_arrival() {
        OwnHub other = scene.hub();
        Gift gift = scheduled("10", hub);
        Set<Object> arrivals = IntStream.range(0, 8).parallel().mapToObj(i -> byCode(other, gift.code).statusCode(201).extract()
                .path("id")).collect(Collectors.toSet());
        assertThat(arrivals).hasSize(1);
    }

    private ValidatableResponse byCode(OwnHub at, String code) {
        return at.as().body(Map.of("code", code)).post(byCode(at)).then();
    }

    private static String byCode(OwnHub at) {
        return "/api/v1/hubs/" + at.id() + "/arrivals/by-code";
    }

    private void asked(String ownerKind, String quantity) {
        scene.hear("donations.needs", "NeedPublished.v1", Map.of("needId", need, "ownerKind", ownerKind, "ownerId",
                UUID.randomUUID(), "byWhen", "2099-01-01T00:00:00Z", "urgency", "ORDINARY", "municipio", 9, "lines",
                List.of(Map.of("needLineId", needLine, "itemId", item, "quantity", quantity, "unit", "KG"))));
    }

    private void reserved(String quantity) {
        assertThat(scene.decimal(
                "select coalesce(sum(reserved), 0.000) from balance where kind = 'HUB' and owner = ?1", hub.id()))
                .isEqualTo(new BigDecimal(quantity));
    }

    private Gift scheduled(String quantity, OwnHub at) {
        Gift gift = new Gift(UUID.randomUUID(), CheckedCode.draw("MA").toString(),
                UUID.randomUUID());
        scene.hear("donations.donations", "DonationScheduled.v1", gift.told(quantity, at));
        return gift;
    }

    @SuppressWarnings("unchecked")
    private static List<String> quantities(Map<String, Object> event) {
        return ((List<Map<String, Object>>) event.get("lines")).stream().map(line -> (String) line.get("quantity"))
                .sorted(Comparator.comparing((String quantity) -> new BigDecimal(quantity)).reversed()).toList();
    }

    /** A donation for the need line, of one line. */
    private class Gift {

        final UUID id;
        final String code;
        final UUID line;

        Gift(UUID id, String code, UUID line) {
            this.id = id;
            this.code = code;
            this.line = line;
        }

        private Map<String, Object> told(String quantity, OwnHub at) {
            Map<String, Object> told = new LinkedHashMap<>(Map.of("donationLineId", line, "itemId", item, "quantity", quantity,
                    "unit", "KG", "storageClass", "FRESH_PRODUCE", "kgPerUnit", "1", "needId", need, "needLineId", needLine));
            return Map.of("donationId", id, "code", code, "hubId", at.id(), "windowStart", "2026-11-24T08:00:00Z", "windowEnd",
                    "2026-11-24T12:00:00Z", "handover", "DROP_OFF", "fundingSource", "SURPLUS", "lines", List.of(told));
        }

        void rescheduled(String quantity, OwnHub at) {
            scene.hear("donations.donations", "DonationRescheduled.v1", told(quantity, at));
        }

        private String arrivalAt(OwnHub at) {
            return at.as().queryParam("code", code).get("/api/v1/hubs/" + at.id() + "/arrivals").path("items[0].id");
        }

        ValidatableResponse arrival(OwnHub at) {
            return at.as().get("/api/v1/arrivals/" + arrivalAt(at)).then().statusCode(200);
        }

        Object lineAt(OwnHub at) {
            return arrival(at).extract().path("lines[0].id");
        }

        void came(OwnHub at, String quantity) {
            confirm(at, receipt(true, line(lineAt(at), quantity))).statusCode(201);
        }

        ValidatableResponse confirm(OwnHub at, Map<String, Object> said) {
            Response answer = scene.confirm(at, arrivalAt(at), said);
            return answer.then();
        }

        private List<Map<String, Object>> receipts(OwnHub at) {
            return scene.told(UUID.fromString(arrivalAt(at)), "DonationReceived.v1");
        }

        @SuppressWarnings("unchecked")
        List<Object> setAside(OwnHub at) {
            return receipts(at).stream().map(event -> ((List<Map<String, Object>>) event.get("lines")).get(0).get("setAside"))
                    .toList();
        }

        List<Object> closed(OwnHub at) {
            return receipts(at).stream().map(event -> event.get("closed")).toList();
        }
    }
}
