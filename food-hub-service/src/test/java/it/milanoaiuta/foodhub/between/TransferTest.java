package it.milanoaiuta.foodhub.between;

import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static it.milanoaiuta.foodhub.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.stock.Account.Kind;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.platform.web.CityTime;

@QuarkusTest
class TransferTest {

    @Inject
    Scene scene;

    OwnHub fresh;
    OwnHub isola;
    UUID apples;

    @BeforeEach
    void stock() {
        fresh = scene.hub();
        isola = scene.hub();
        apples = scene.loose();
    }

    @AfterEach
    void balance() {
        scene.mustBalance();
    }

    @Test
    void goods_are_set_aside_then_on_the_road_then_in_the_other_hub_and_never_in_two() {
        scene.stocked(fresh, apples, "100");
        Response draft = draft("60");
        draft.then().statusCode(201).body("state", equalTo("DRAFT")).body("lots[0].quantity", equalTo("60.000"))
                .body("lines[0].short", equalTo("0.000"));
        fresh.as().get("/api/v1/hubs/" + fresh.id() + "/stock").then().body("items[0].free", equalTo("40.000"));
        isola.as().get("/api/v1/transfers/" + draft.path("id")).then().statusCode(404);

        dispatch(draft).then().statusCode(200).body("state", equalTo("DISPATCHED"));
        dispatch(draft).then().statusCode(200).body("state", equalTo("DISPATCHED"));
        where("40.000", "60.000", "0.000", draft);

        Response arrival = arrivalOf(draft);
        scene.confirm(isola, arrival.path("id"), receipt(true, line(arrival.path("lines[0].id"), "60"))).then()
                .statusCode(201);
        where("40.000", "0.000", "60.000", draft);
        fresh.as().get("/api/v1/transfers/" + draft.path("id")).then().body("state", equalTo("RECEIVED"))
                .body("lots[0].accepted", equalTo("60.000"));
    }

    private void where(String sender, String road, String receiver, Response draft) {
        assertThat(scene.held(Kind.HUB, fresh.id(), apples)).isEqualTo(new BigDecimal(sender));
        assertThat(scene.held(Kind.IN_TRANSIT, UUID.fromString(draft.path("id")), apples)).isEqualTo(new BigDecimal(road));
        assertThat(scene.held(Kind.HUB, isola.id(), apples)).isEqualTo(new BigDecimal(receiver));
    }

    @Test
    void what_is_missing_is_the_senders_loss_and_what_is_rejected_comes_back_or_ends() {
        scene.stocked(fresh, apples, "100");
        Response draft = draft("60");
        dispatch(draft);
        Response arrival = arrivalOf(draft);
        Object line = arrival.path("lines[0].id");
        scene.confirm(isola, arrival.path("id"), receipt(false, rejected(line(line, "40"), "10", "BACK_WITH_DRIVER")))
                .then().statusCode(201);
        scene
                .confirm(isola, arrival.path("id"),
                        receipt(true, with(rejected(line(line, "0"), "6", "COMPOST"), "missing", "4")))
                .then().statusCode(201);
        where("40.000", "10.000", "40.000", draft);
        assertThat(scene.held(Kind.SENDER_LOSS, fresh.id(), apples)).isEqualTo(new BigDecimal("4.000"));
        assertThat(scene.held(Kind.COMPOST, isola.id(), apples)).isEqualTo(new BigDecimal("6.000"));
        for (OwnHub both : List.of(fresh, isola)) {
            both.as().get("/api/v1/transfers/" + draft.path("id")).then().body("state", equalTo("DISPATCHED"))
                    .body("lots[0].missing", equalTo("4.000")).body("lots[0].rejected", equalTo("16.000"));
        }
        Response back = fresh.as().queryParam("state", "EXPECTED").get("/api/v1/hubs/" + fresh.id() + "/arrivals");
        back.then().body("items.kind", equalTo(List.of("RETURN"))).body("items[0].lines[0].expected", equalTo("10.000"));
        scene.confirm(fresh, back.path("items[0].id"), receipt(true, line(back.path("items[0].lines[0].id"), "10"))).then()
                .statusCode(201);
        where("50.000", "0.000", "40.000", draft);
        fresh.as().get("/api/v1/transfers/" + draft.path("id")).then().body("state", equalTo("RECEIVED"));
    }

    private static Map<String, Object> rejected(Map<String, Object> line, String quantity, String destination) {
        return with(with(with(line, "rejected", quantity), "reason", "POOR_QUALITY"), "destination", destination);
    }

    /** Books of before may have it on the road. */
    @Test
    void what_was_left_of_a_piece_on_the_road_can_be_received_and_ends_the_transfer() {
        scene.stocked(fresh, apples, "5.6");
        Response draft = draft("5.6");
        dispatch(draft);
        scene.sql("update item set unit = 'PIECE' where id = ?1", apples);
        Response arrival = arrivalOf(draft);
        Object line = arrival.path("lines[0].id");
        for (String partly : List.of("0.3", "5.5")) {
            scene.confirm(isola, arrival.path("id"), receipt(false, line(line, partly))).then().statusCode(400)
                    .body("violations.field", hasItem("lines[0].accepted"));
        }
        scene.confirm(isola, arrival.path("id"), receipt(true, with(line(line, "5"), "missing", "0.6"))).then()
                .statusCode(201);
        where("0.000", "0.000", "5.000", draft);
    }

    @Test
    void what_is_past_its_use_by_date_when_it_comes_is_no_good_whoever_sends_it() {
        UUID lot = scene.stocked(fresh, apples, "60");
        Response draft = draft("60");
        dispatch(draft);
        scene.sql("update lot set date_kind = 'USE_BY', date_precision = 'DAY', last_day = current_date - 3 where id = ?1",
                lot);
        Response arrival = arrivalOf(draft);
        Object line = arrival.path("lines[0].id");
        scene.confirm(isola, arrival.path("id"), receipt(true, line(line, "60"))).then().statusCode(400)
                .body("violations.field", hasItem("lines[0].accepted"));
        scene.confirm(isola, arrival.path("id"), receipt(false, with(line(line, "0"), "surplus", "1"))).then().statusCode(400)
                .body("violations.field", hasItem("lines[0].surplus"));
        scene.confirm(isola, arrival.path("id"), receipt(true, rejected(line(line, "0"), "60", "COMPOST"))).then()
                .statusCode(201).body("arrivalState", equalTo("CLOSED"));
        where("0.000", "0.000", "0.000", draft);
    }

    @Test
    void what_is_weighed_is_not_sent_by_the_piece() {
        scene.sql("insert into item_conversion values (?1, 'PIECE', 0.2, true)", apples);
        refused(Map.of("fromHubId", fresh.id(), "toHubId", isola.id(), "lines", lines("3", "PIECE")), "lines[0].unit");
    }

    @Test
    void a_receipt_at_the_other_hub_that_is_undone_puts_the_goods_back_on_the_road() {
        scene.stocked(fresh, apples, "100");
        Response draft = draft("60");
        dispatch(draft);
        Response arrival = arrivalOf(draft);
        Response receipt = scene.confirm(isola, arrival.path("id"),
                receipt(true, rejected(line(arrival.path("lines[0].id"), "50"), "10", "BACK_WITH_DRIVER")));
        isola.as().post("/api/v1/receipts/" + receipt.path("id") + "/undoing").then().statusCode(200);
        where("40.000", "60.000", "0.000", draft);
        fresh.as().queryParam("state", "EXPECTED").get("/api/v1/hubs/" + fresh.id() + "/arrivals").then()
                .body("items", hasSize(0));
    }

    @Test
    void what_comes_along_unasked_is_surplus_and_an_error_of_the_senders_count() {
        UUID pears = scene.loose();
        scene.stocked(fresh, apples, "100");
        Response draft = draft("60");
        dispatch(draft);
        Response arrival = arrivalOf(draft);
        Map<String, Object> unasked = new java.util.HashMap<>(Map.of("itemId", pears, "surplus", "3"));
        scene.confirm(isola, arrival.path("id"), receipt(true, line(arrival.path("lines[0].id"), "60"), unasked)).then()
                .statusCode(201).body("arrivalState", equalTo("CLOSED"));
        assertThat(scene.held(Kind.HUB, isola.id(), pears)).isEqualTo(new BigDecimal("3.000"));
        assertThat(scene.held(Kind.ADJUSTMENT, fresh.id(), pears)).isEqualTo(new BigDecimal("-3.000"));
        fresh.as().get("/api/v1/transfers/" + draft.path("id")).then().body("state", equalTo("RECEIVED"));
    }

    @Test
    void what_comes_besides_a_closed_transfer_stays_its_goods_and_corrects_the_senders_count() {
        UUID lot = scene.stocked(fresh, apples, "100");
        Response draft = draft("60");
        dispatch(draft);
        Response arrival = arrivalOf(draft);
        Object line = arrival.path("lines[0].id");
        Map<String, Object> late = with(receipt(false, line(line, "14")), "seenVersion", arrival.path("version"));
        Object closing = scene.confirm(isola, arrival.path("id"), receipt(true, with(line(line, "50"), "missing", "10")))
                .path("id");
        scene.confirm(isola, arrival.path("id"), late).then().statusCode(202);
        String waiting = "/api/v1/hubs/" + isola.id() + "/to-settle";
        isola.as().body(Map.of("choice", "FURTHER_ARRIVAL"))
                .post(waiting + "/" + isola.as().get(waiting).path("items[0].id") + "/settlement").then().statusCode(200)
                .body("furtherArrivalId", equalTo(arrival.path("id")));
        where("40.000", "0.000", "64.000", draft);
        assertThat(scene.held(Kind.SENDER_LOSS, fresh.id(), apples).signum()).isEqualTo(0);
        assertThat(scene.held(Kind.ADJUSTMENT, fresh.id(), apples)).isEqualTo(new BigDecimal("-4.000"));
        isola.as().get("/api/v1/hubs/" + isola.id() + "/stock").then().body("items.lotId", equalTo(List.of(lot.toString())))
                .body("items.fundingSource", equalTo(List.of("PURCHASE")));
        assertThat(scene.count("select count(*) from goods_figure where hub_id = ?1 and taken_in > 0", isola.id()))
                .isEqualTo(0);
        Response then = isola.as().get("/api/v1/arrivals/" + arrival.path("id"));
        then.then().body("state", equalTo("CLOSED")).body("lines[0].accepted", equalTo("60.000"))
                .body("lines[0].missing", equalTo("0.000")).body("lines[0].surplus", equalTo("4.000"));
        isola.as().post("/api/v1/receipts/" + closing + "/undoing").then().statusCode(409);
        List<String> receipts = then.path("receipts.findAll { it.state == 'BOOKED' }.id");
        isola.as().post("/api/v1/receipts/" + receipts.get(1) + "/undoing").then().statusCode(200)
                .body("arrivalState", equalTo("CLOSED"));
        where("40.000", "0.000", "50.000", draft);
        assertThat(scene.held(Kind.SENDER_LOSS, fresh.id(), apples)).isEqualTo(new BigDecimal("10.000"));
    }

    @Test
    void when_nothing_has_to_go_back_after_all_the_transfer_is_received() {
        scene.stocked(fresh, apples, "100");
        Response draft = draft("60");
        dispatch(draft);
        Response arrival = arrivalOf(draft);
        Response mistaken = scene.confirm(isola, arrival.path("id"),
                receipt(true, rejected(line(arrival.path("lines[0].id"), "50"), "10", "BACK_WITH_DRIVER")));
        isola.as().post("/api/v1/receipts/" + mistaken.path("id") + "/undoing").then().statusCode(200);
        scene.confirm(isola, arrival.path("id"), receipt(true, line(arrival.path("lines[0].id"), "60"))).then().statusCode(201);
        fresh.as().get("/api/v1/transfers/" + draft.path("id")).then().body("state", equalTo("RECEIVED"));
        fresh.as().get("/api/v1/hubs/" + fresh.id() + "/transfers").then().body("items.state", equalTo(List.of("RECEIVED")));
    }

    /** One hub sends lots back while the other confirms what came back of them, again and again at the same moment. */
    @Test
    void both_hubs_confirm_the_same_lots_at_once_and_neither_waits_for_ever() throws Exception {
        scene.stocked(fresh, apples, "100");
        Response draft = draft("60");
        dispatch(draft);
        Response arrival = arrivalOf(draft);
        Map<String, Object> bit = rejected(line(arrival.path("lines[0].id"), "1"), "1", "BACK_WITH_DRIVER");
        scene.confirm(isola, arrival.path("id"), receipt(false, bit)).then().statusCode(201);
        Response back = fresh.as().queryParam("state", "EXPECTED").get("/api/v1/hubs/" + fresh.id() + "/arrivals");
        Map<String, Object> there = line(back.path("items[0].lines[0].id"), "0.01");
        for (int round = 0; round < 8; round++) {
            List<java.util.concurrent.Callable<Response>> both = new java.util.ArrayList<>();
            for (int i = 0; i < 3; i++) {
                both.add(() -> scene.confirm(isola, arrival.path("id"), receipt(false, bit)));
                both.add(() -> scene.confirm(fresh, back.path("items[0].id"), receipt(false, there)));
            }
            AtOnce.all(both.stream()).forEach(answer -> answer.then().statusCode(201));
        }
        where("40.240", "34.760", "25.000", draft);
    }

    @Test
    void a_shortfall_is_an_answer_not_an_error() {
        scene.stocked(fresh, apples, "10");
        Response draft = draft("60");
        draft.then().statusCode(201).body("lots[0].quantity", equalTo("10.000")).body("lines[0].short", equalTo("50.000"));
        Response empty = draft("1");
        empty.then().statusCode(201).body("lots", hasSize(0)).body("lines[0].short", equalTo("1.000"));
        dispatch(empty).then().statusCode(409);
    }

    @Test
    void of_ten_drafts_that_want_the_last_goods_at_once_together_they_get_what_there_is() throws Exception {
        scene.stocked(fresh, apples, "7");
        scene.stocked(fresh, apples, "8.5");
        List<Response> drafts = AtOnce.call(10, i -> draft("2"));
        drafts.forEach(draft -> draft.then().statusCode(201));
        BigDecimal found = drafts.stream().flatMap(draft -> draft.<List<String>>path("lots.quantity").stream())
                .map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(found).isEqualTo(new BigDecimal("15.500"));
        fresh.as().get("/api/v1/hubs/" + fresh.id() + "/stock").then()
                .body("items.free", equalTo(List.of("0.000", "0.000")));
    }

    @Test
    void a_draft_dispatched_ten_times_at_once_leaves_once() throws Exception {
        scene.stocked(fresh, apples, "10");
        Response draft = draft("6");
        AtOnce.call(10, i -> dispatch(draft)).forEach(answer -> answer.then().statusCode(200));
        where("4.000", "6.000", "0.000", draft);
        isola.as().get("/api/v1/hubs/" + isola.id() + "/arrivals").then().body("items", hasSize(1));
    }

    @Test
    void a_draft_that_is_given_up_frees_its_goods() {
        scene.stocked(fresh, apples, "10");
        Response draft = draft("6");
        String path = "/api/v1/transfers/" + draft.path("id");
        fresh.as().delete(path).then().statusCode(428);
        fresh.as().header("If-Match", "\"99\"").delete(path).then().statusCode(412);
        fresh.as().header("If-Match", draft.header("ETag")).delete(path).then().statusCode(204);
        fresh.as().header("If-Match", draft.header("ETag")).delete(path).then().statusCode(204);
        fresh.as().get("/api/v1/hubs/" + fresh.id() + "/stock").then().body("items[0].free", equalTo("10.000"));
        dispatch(draft).then().statusCode(409);
        fresh.as().get("/api/v1/hubs/" + fresh.id() + "/transfers").then().body("items.state", equalTo(List.of("CANCELLED")));
    }

    @Test
    void first_to_expire_goes_first_and_what_is_too_old_stays() {
        UUID pasta = scene.packaged();
        int year = java.time.Year.now().getValue() + 3;
        UUID late = packaged(pasta, year + "-12-31");
        UUID early = packaged(pasta, year + "-01");
        packaged(pasta, "2020");
        Response draft = fresh.as().body(Map.of("fromHubId", fresh.id(), "toHubId", isola.id(), "lines",
                List.of(Map.of("itemId", pasta, "quantity", 15, "unit", "PIECE")))).post("/api/v1/transfers");
        draft.then().body("lots.lotId", equalTo(List.of(early.toString(), late.toString())))
                .body("lots.quantity", equalTo(List.of("10.000", "5.000")));
        assertThat(scene.count("select count(distinct cast(cmin as text)) from reservation where holder_id = ?1",
                UUID.fromString(draft.path("id")))).as("set aside in one statement").isEqualTo(1);
    }

    @Test
    void past_best_before_goods_go_only_inside_their_window_and_with_a_check() {
        UUID pasta = scene.packaged();
        scene.sql("insert into best_before_window (item_id, from_day, days) values (?1, '2020-01-01', 30)", pasta);
        UUID lot = packaged(pasta, LocalDate.now(CityTime.ZONE).minusDays(10).toString());
        assertThat(wantPieces(pasta).<List<Object>>path("lots")).isEmpty();
        check(lot, true, true, false);
        assertThat(wantPieces(pasta).<List<Object>>path("lots")).isEmpty();
        check(lot, true, true, true);
        wantPieces(pasta).then().body("lots.lotId", equalTo(List.of(lot.toString())));
        fresh.as().get("/api/v1/hubs/" + fresh.id() + "/stock").then().body("items[0].status", equalTo("AMBER"));
        isola.as().body(Map.of("packagingIntact", true, "looksRight", true, "smellsRight", true))
                .post("/api/v1/hubs/" + isola.id() + "/stock/" + lot + "/checks").then().statusCode(404);
    }

    private void check(UUID lot, boolean packaging, boolean looks, boolean smells) {
        fresh.as().body(Map.of("packagingIntact", packaging, "looksRight", looks, "smellsRight", smells))
                .post("/api/v1/hubs/" + fresh.id() + "/stock/" + lot + "/checks").then().statusCode(201);
    }

    private Response wantPieces(UUID item) {
        return fresh.as().body(Map.of("fromHubId", fresh.id(), "toHubId", isola.id(), "lines",
                List.of(Map.of("itemId", item, "quantity", 1, "unit", "PIECE")))).post("/api/v1/transfers");
    }

    private UUID packaged(UUID item, String bestBefore) {
        Response arrival = scene.announce(fresh, item, "10", "PIECE");
        return UUID.fromString(scene.confirm(fresh, arrival.path("id"), receipt(true, with(line(arrival.path("lines[0].id"),
                "10"), "lots", List.of(Map.of("dateKind", "BEST_BEFORE", "date", bestBefore, "quantity", 10)))))
                .then().statusCode(201).extract().path("lots[0].lotId"));
    }

    @Test
    void wrong_drafts_are_refused_field_by_field_and_foreign_ones_are_not_there() {
        refused(Map.of("fromHubId", fresh.id(), "toHubId", fresh.id(), "lines", lines("1", "KG")), "toHubId");
        refused(Map.of("fromHubId", fresh.id(), "toHubId", UUID.randomUUID(), "lines", lines("1", "KG")), "toHubId");
        refused(Map.of("fromHubId", fresh.id(), "toHubId", isola.id(), "lines", lines("1", "L")), "lines[0].unit");
        refused(Map.of("fromHubId", fresh.id(), "toHubId", isola.id(), "lines", lines("-1", "KG")), "lines[0].quantity");
        refused(Map.of("fromHubId", fresh.id(), "toHubId", isola.id(), "lines", List.of()), "lines");
        refused(Map.of("fromHubId", fresh.id(), "toHubId", isola.id(), "lines", lines("1", "KG"), "handOver", "2020-01-01"),
                "handOver");
        isola.as().body(Map.of("fromHubId", fresh.id(), "toHubId", isola.id(), "lines", lines("1", "KG")))
                .post("/api/v1/transfers").then().statusCode(404);
        scene.stocked(fresh, apples, "10");
        Response draft = draft("6");
        isola.as().post("/api/v1/transfers/" + draft.path("id") + "/dispatch").then().statusCode(404);
        isola.as().header("If-Match", "\"1\"").delete("/api/v1/transfers/" + draft.path("id")).then().statusCode(404);
        isola.as().get("/api/v1/hubs/" + fresh.id() + "/transfers").then().statusCode(404);
    }

    private List<Map<String, Object>> lines(String quantity, String unit) {
        return List.of(Map.of("itemId", apples, "quantity", quantity, "unit", unit));
    }

    private void refused(Map<String, Object> draft, String field) {
        fresh.as().body(draft).post("/api/v1/transfers").then().statusCode(400).body("violations.field", hasItem(field));
    }

    private Response draft(String quantity) {
        return fresh.as().body(Map.of("fromHubId", fresh.id(), "toHubId", isola.id(), "lines", lines(quantity, "KG")))
                .post("/api/v1/transfers");
    }

    private Response dispatch(Response draft) {
        return fresh.as().post("/api/v1/transfers/" + draft.path("id") + "/dispatch");
    }

    private Response arrivalOf(Response draft) {
        String id = isola.as().get("/api/v1/hubs/" + isola.id() + "/arrivals").path("items[0].id");
        return isola.as().get("/api/v1/arrivals/" + id);
    }
}
