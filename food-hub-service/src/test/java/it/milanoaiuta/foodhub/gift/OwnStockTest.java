package it.milanoaiuta.foodhub.gift;

import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
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
import it.milanoaiuta.foodhub.stock.Account.Kind;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.platform.web.CheckedCode;
import it.milanoaiuta.platform.web.CityTime;

/** A hub gives of its own stock to a need line. */
@QuarkusTest
class OwnStockTest {

    @Inject
    Scene scene;

    final UUID donation = UUID.randomUUID();
    final String code = CheckedCode.draw("MA").toString();
    final UUID donationLine = UUID.randomUUID();
    final UUID need = UUID.randomUUID();
    final UUID needLine = UUID.randomUUID();
    OwnHub hub;
    UUID apples;

    @BeforeEach
    void open() {
        hub = scene.hub();
        apples = scene.loose();
    }

    @AfterEach
    void balance() {
        scene.mustBalance();
    }

    @Test
    void it_is_set_aside_for_a_planned_delivery_and_nothing_is_counted_twice() {
        scene.stocked(hub, apples, "30");
        scheduled("20");
        stock("30.000", "20.000");
        gift().body("items[0].state", equalTo("CLOSED")).body("items[0].lines[0].accepted", equalTo("20.000"))
                .body("items[0].lines[0].missing", equalTo("0.000"));
        assertThat(received("accepted")).isEqualTo(List.of("20.000"));
        assertThat(planned()).isEqualTo(1);

        confirmed(delivery(), "DELIVERED");
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("10.000"));
        assertThat(scene.held(Kind.RECIPIENT, delivery(), apples)).isEqualTo(new BigDecimal("20.000"));
        Map<?, ?> told = (Map<?, ?>) ((List<?>) scene.told(delivery(), "DeliveryConfirmed.v1").get(0).get("lines")).get(0);
        assertThat(told.get("donationLineId")).isEqualTo(donationLine.toString());
        assertThat(told.get("needLineId")).isEqualTo(needLine.toString());
    }

    @Test
    void what_there_is_not_is_missing_and_goes_back_to_what_the_line_lacks() {
        scene.stocked(hub, apples, "12.5");
        scheduled("20");
        stock("12.500", "12.500");
        assertThat(received("accepted")).isEqualTo(List.of("12.500"));
        assertThat(received("missing")).isEqualTo(List.of("7.500"));
        assertThat(scene.told(gift("id"), "DonationReceived.v1").get(0).get("closed")).isEqualTo(true);
    }

    @Test
    void a_hub_that_has_nothing_gives_nothing_and_plans_nothing() {
        scheduled("20");
        assertThat(received("accepted")).isEqualTo(List.of("0.000"));
        assertThat(planned()).isEqualTo(0);
    }

    @Test
    void told_again_and_again_it_is_given_once() {
        scene.stocked(hub, apples, "30");
        scheduled("20");
        scheduled("20");
        scene.hear("donations.donations", "DonationRescheduled.v1", event("20"));
        stock("30.000", "20.000");
        assertThat(received("accepted")).isEqualTo(List.of("20.000"));
    }

    @Test
    void the_first_to_expire_goes_and_what_is_past_its_date_stays() {
        scene.catalogue();
        apples = Scene.PASTA;
        LocalDate today = LocalDate.now(CityTime.ZONE);
        UUID past = scene.stocked(hub, apples, "50", today.minusDays(60));
        UUID later = scene.stocked(hub, apples, "50", today.plusDays(90));
        UUID sooner = scene.stocked(hub, apples, "15", today.plusDays(30));
        scheduled("20");
        assertThat(Map.of(sooner, reserved(sooner), later, reserved(later), past, reserved(past))).isEqualTo(
                Map.of(sooner, new BigDecimal("15.000"), later, new BigDecimal("5.000"), past, new BigDecimal("0.000")));
    }

    @Test
    void cancelled_before_it_left_it_is_free_again_and_told() {
        scene.stocked(hub, apples, "30");
        scheduled("20");
        cancelled();
        cancelled();
        stock("30.000", "0.000");
        assertThat(planned()).isEqualTo(0);
        assertThat(undone("accepted")).isEqualTo(List.of("0.000"));
        assertThat(undone("missing")).isEqualTo(List.of("20.000"));
        gift().body("items[0].withdrawn", equalTo("CANCELLED"));
    }

    @Test
    void cancelled_after_it_left_it_stays_given() {
        scene.stocked(hub, apples, "30");
        scheduled("20");
        UUID delivery = delivery();
        hub.as().post("/api/v1/deliveries/" + delivery + "/loading").then().statusCode(200);
        cancelled();
        assertThat(undone("accepted")).isEmpty();
        confirmed(delivery, "DELIVERED");
        assertThat(scene.held(Kind.RECIPIENT, delivery, apples)).isEqualTo(new BigDecimal("20.000"));
    }

    @Test
    void goods_of_the_same_lot_that_others_gave_to_the_same_delivery_stay_when_it_is_cancelled() {
        scene.stocked(hub, apples, "30");
        scheduled("20");
        Map<String, Object> other = event("5");
        other.put("donationId", UUID.randomUUID());
        other.put("lines", List.of(lineOf("5", UUID.randomUUID())));
        scene.hear("donations.donations", "DonationScheduled.v1", other);
        stock("30.000", "25.000");
        cancelled();
        stock("30.000", "5.000");
        assertThat(planned()).isEqualTo(1);
    }

    @Test
    void when_its_delivery_is_taken_back_the_need_lacks_it_again() {
        scene.stocked(hub, apples, "30");
        scheduled("20");
        hub.as().delete("/api/v1/deliveries/" + delivery()).then().statusCode(204);
        stock("30.000", "0.000");
        assertThat(undone("accepted")).isEqualTo(List.of("0.000"));
    }

    @Test
    void goods_that_came_back_are_set_aside_again_as_the_same_gift() {
        scene.stocked(hub, apples, "30");
        scheduled("20");
        UUID first = delivery();
        hub.as().body(failed(Map.of())).post("/api/v1/deliveries/" + first + "/confirmation").then().statusCode(200);
        stock("30.000", "20.000");
        cancelled();
        stock("30.000", "0.000");
        assertThat(undone("accepted")).isEqualTo(List.of("0.000"));
    }

    @Test
    void goods_that_come_back_too_warm_are_not_given_any_more() {
        scene.catalogue();
        apples = Scene.YOGHURT;
        scene.stocked(hub, apples, "30", LocalDate.now(CityTime.ZONE).plusDays(30));
        scheduled("20");
        UUID first = delivery();
        hub.as().body(failed(Map.of())).post("/api/v1/deliveries/" + first + "/confirmation").then().statusCode(200);
        assertThat(scene.held(Kind.QUARANTINE, hub.id(), apples)).isEqualTo(new BigDecimal("20.000"));
        assertThat(planned()).isEqualTo(0);
        assertThat(undone("accepted")).isEqualTo(List.of("0.000"));
        assertThat(undone("missing")).isEqualTo(List.of("20.000"));
    }

    @Test
    void of_goods_of_which_some_come_back_cold_only_those_stay_given() {
        scene.catalogue();
        apples = Scene.YOGHURT;
        scene.stocked(hub, apples, "30", LocalDate.now(CityTime.ZONE).plusDays(30));
        scheduled("20");
        UUID first = delivery();
        Map<String, Object> said = said("PARTIAL");
        said.put("lines", List.of(Map.of("itemId", apples, "delivered", "15", "returned", "5")));
        said.put("back", Map.of());
        hub.as().body(said).post("/api/v1/deliveries/" + first + "/confirmation").then().statusCode(200);
        assertThat(undone("accepted")).isEqualTo(List.of("15.000"));
    }

    @Test
    void goods_that_come_back_once_the_need_has_ended_are_free_stock() {
        scene.stocked(hub, apples, "30");
        scheduled("20");
        UUID first = delivery();
        hub.as().post("/api/v1/deliveries/" + first + "/loading").then().statusCode(200);
        scene.hear("donations.needs", "NeedClosedShort.v1", Map.of("needId", need));
        hub.as().body(failed(Map.of())).post("/api/v1/deliveries/" + first + "/confirmation").then().statusCode(200);
        stock("30.000", "0.000");
        assertThat(undone("accepted")).isEqualTo(List.of("0.000"));
    }

    private static Map<String, Object> failed(Map<String, Object> back) {
        Map<String, Object> failed = said("FAILED");
        failed.put("reason", "PLACE_CLOSED");
        failed.put("back", back);
        return failed;
    }

    @Test
    void a_need_that_has_ended_gets_nothing_whichever_is_heard_first() {
        scene.stocked(hub, apples, "30");
        scene.hear("donations.needs", "NeedCancelled.v1", Map.of("needId", need));
        scheduled("20");
        stock("30.000", "0.000");
        assertThat(received("accepted")).isEqualTo(List.of("0.000"));
        assertThat(planned()).isEqualTo(0);
    }

    @Test
    void a_confirmation_of_it_is_refused_for_nothing_comes() {
        scene.stocked(hub, apples, "30");
        scheduled("20");
        UUID gift = gift("id");
        Object giftLine = hub.as().get("/api/v1/arrivals/" + gift).path("lines[0].id");
        scene.confirm(hub, gift, receipt(true, line(giftLine, "20"))).then().statusCode(409);
        stock("30.000", "20.000");
    }

    @Test
    void goods_set_aside_for_it_are_not_taken_back_with_the_receipt_they_came_by() {
        Response arrival = scene.announce(hub, apples, "30", "KG");
        Object received = scene.confirm(hub, arrival.path("id"),
                receipt(true, line(arrival.<Object>path("lines[0].id"), "30"))).path("id");
        scheduled("20");
        hub.as().post("/api/v1/receipts/" + received + "/undoing").then().statusCode(409);
        stock("30.000", "20.000");
    }

    /** Ten gifts and ten batches of parcels at the same time want more than there is. */
    @Test
    void parcels_packed_from_the_same_lots_at_the_same_time_never_take_what_is_given() throws Exception {
        scene.catalogue();
        scene.pastaRecipe();
        apples = Scene.PASTA;
        LocalDate today = LocalDate.now(CityTime.ZONE);
        IntStream.range(0, 7).forEach(lot -> scene.stocked(hub, apples, "19", today.plusDays(20 + lot)));
        String handOver = today.plusDays(1).toString();
        List<Callable<Integer>> takers = new ArrayList<>();
        for (UUID household : scene.householdsOf(hub, 10, i -> 2)) {
            takers.add(() -> hub.as().body(Map.of("recipe", "TEST_PASTA", "handOver", handOver, "householdIds",
                    List.of(household))).post("/api/v1/hubs/" + hub.id() + "/parcels").statusCode());
            UUID gift = UUID.randomUUID();
            UUID of = UUID.randomUUID();
            takers.add(() -> {
                Map<String, Object> told = event("11");
                told.put("donationId", gift);
                told.put("lines", List.of(lineOf("11", of)));
                scene.hear("donations.donations", "DonationScheduled.v1", told);
                return 201;
            });
        }
        assertThat(AtOnce.all(takers.stream()).stream().distinct().toList()).isEqualTo(List.of(201));

        BigDecimal packed = scene.packedIn(hub, apples);
        BigDecimal given = sum("select coalesce(sum(quantity), 0.000) from reservation where hub_id = ?1 and ended_at is null");
        BigDecimal accepted = sum("select coalesce(sum(l.accepted), 0.000) from arrival_line l join arrival a"
                + " on a.id = l.arrival_id where a.hub_id = ?1 and a.kind = 'OWN_STOCK'");
        assertThat(accepted).isEqualTo(given);
        assertThat(packed.add(scene.held(Kind.HUB, hub.id(), apples))).isEqualTo(new BigDecimal("133.000"));
        assertThat(packed.remainder(new BigDecimal("8")).signum()).isEqualTo(0);
        // 80 and 110 are wanted of 133: what is left is less than one parcel
        assertThat(new BigDecimal("133").subtract(packed).subtract(given).compareTo(new BigDecimal("8"))).isEqualTo(-1);
    }

    private void scheduled(String quantity) {
        scene.hear("donations.donations", "DonationScheduled.v1", event(quantity));
    }

    private void cancelled() {
        scene.hear("donations.donations", "DonationCancelled.v1", Map.of("donationId", donation, "reason", "BY_DONOR"));
    }

    private Map<String, Object> event(String quantity) {
        return new HashMap<>(Map.of("donationId", donation, "code", code,
                "hubId", hub.id(), "onBehalfOfHubId", hub.id(), "windowStart", "2026-11-24T08:00:00Z", "windowEnd",
                "2026-11-24T12:00:00Z", "handover", "DROP_OFF", "fundingSource", "COLLECTION", "lines",
                List.of(lineOf(quantity, donationLine))));
    }

    private Map<String, Object> lineOf(String quantity, UUID of) {
        return Map.of("donationLineId", of, "itemId", apples, "quantity", quantity, "unit",
                List.of(Scene.PASTA, Scene.YOGHURT).contains(apples) ? "PIECE" : "KG", "storageClass", "AMBIENT", "kgPerUnit",
                "1", "needId", need,
                "needLineId", needLine);
    }

    private void stock(String onHand, String reserved) {
        hub.as().get("/api/v1/hubs/" + hub.id() + "/stock").then().body("items", hasSize(1))
                .body("items[0].onHand", equalTo(onHand)).body("items[0].reserved", equalTo(reserved));
    }

    private ValidatableResponse gift() {
        return hub.as().queryParam("code", code).get("/api/v1/hubs/" + hub.id() + "/arrivals")
                .then().statusCode(200).body("items", hasSize(1)).body("items[0].kind", equalTo("OWN_STOCK"));
    }

    private UUID gift(String path) {
        return UUID.fromString(gift().extract().path("items[0]." + path));
    }

    private List<Object> received(String figure) {
        return told("DonationReceived.v1", figure);
    }

    private List<Object> undone(String figure) {
        return told("ReceiptUndone.v1", figure);
    }

    private List<Object> told(String type, String figure) {
        return scene.told(gift("id"), type).stream()
                .<Object>map(event -> ((Map<?, ?>) ((List<?>) event.get("lines")).get(0)).get(figure)).toList();
    }

    private UUID delivery() {
        return scene.uuid("select id from delivery where need_id = ?1 order by id desc limit 1", need);
    }

    private long planned() {
        return scene.count("select count(*) from delivery where need_id = ?1 and state = 'PLANNED'", need);
    }

    private void confirmed(UUID delivery, String outcome) {
        hub.as().body(said(outcome)).post("/api/v1/deliveries/" + delivery + "/confirmation").then().statusCode(200)
                .body("state", equalTo("BOOKED"));
    }

    private static Map<String, Object> said(String outcome) {
        return new HashMap<>(Map.of("id", UUID.randomUUID(), "occurredAt", Instant.now().toString(), "outcome", outcome));
    }

    private BigDecimal reserved(UUID lot) {
        return scene.decimal("select reserved from balance where kind = 'HUB' and owner = ?1 and lot_id = ?2", hub.id(), lot);
    }

    private BigDecimal sum(String query) {
        return scene.decimal(query, hub.id());
    }
}
