package it.milanoaiuta.foodhub.inbound.receipt;

import static it.milanoaiuta.foodhub.Scene.atOnce;
import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static it.milanoaiuta.foodhub.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.stock.Account.Kind;
import it.milanoaiuta.platform.web.CheckedCode;
import it.milanoaiuta.platform.web.CityTime;

@QuarkusTest
class ReceiptTest {

    @Inject
    Scene scene;

    OwnHub hub;

    @BeforeEach
    void open() {
        hub = scene.hub();
    }

    @AfterEach
    void balance() {
        scene.mustBalance();
    }

    @Test
    void what_is_confirmed_is_stock_with_its_dates() {
        UUID pasta = scene.packaged();
        Response arrival = scene.announce(hub, pasta, "48", "PIECE");
        Map<String, Object> said = with(line(arrival.path("lines[0].id"), "40"), "lots",
                List.of(Map.of("lotCode", "L1", "dateKind", "BEST_BEFORE", "date", "2099-03", "quantity", "30", "confirmed",
                        true),
                        Map.of("dateKind", "BEST_BEFORE", "date", "2098", "quantity", "12", "confirmed", true)));
        with(with(with(said, "rejected", 8), "reason", "DAMAGED"), "destination", "WASTE");
        with(said, "surplus", 2);
        scene.confirm(hub, arrival.path("id"), receipt(true, said)).then().statusCode(201)
                .body("state", equalTo("BOOKED")).body("arrivalState", equalTo("CLOSED")).body("lots", hasSize(3));
        hub.as().get("/api/v1/hubs/" + hub.id() + "/stock").then().statusCode(200)
                .body("items.date", equalTo(List.of("2098", "2099-03")))
                .body("items.onHand", equalTo(List.of("12.000", "30.000")))
                .body("items.lastDay", equalTo(List.of("2098-12-31", "2099-03-31")))
                .body("items.status", equalTo(List.of("GREEN", "GREEN")))
                .body("items.fundingSource", equalTo(List.of("PURCHASE", "PURCHASE")));
        assertThat(scene.held(Kind.WASTE, hub.id(), pasta)).isEqualTo(new BigDecimal("8.000"));
        hub.as().get("/api/v1/arrivals/" + arrival.path("id")).then().statusCode(200)
                .body("state", equalTo("CLOSED")).body("lines[0].rejected", equalTo("8.000"))
                .body("lines[0].surplus", equalTo("2.000")).body("receipts.state", equalTo(List.of("BOOKED")));
    }

    @Test
    void what_nobody_gave_a_time_for_has_no_window_but_is_found_on_its_day() {
        Response arrival = scene.announce(hub, scene.packaged(), "48", "PIECE");
        arrival.then().body("windowStart", nullValue()).body("windowEnd", nullValue()).body("recordedAt", notNullValue());
        String day = CityTime.dayOf(Instant.parse(arrival.path("recordedAt"))).toString();
        hub.as().queryParam("day", day).get("/api/v1/hubs/" + hub.id() + "/arrivals").then()
                .body("items.id", equalTo(List.of(arrival.<String>path("id")))).body("items[0].windowStart", nullValue());
    }

    @Test
    void what_is_no_number_and_neither_yes_nor_no_is_named() {
        Response arrival = scene.announce(hub, scene.loose(), "10", "KG");
        for (String nothing : List.of("", " ")) {
            scene.confirm(hub, arrival.path("id"),
                    with(receipt(false, line(arrival.path("lines[0].id"), "1")), "seenVersion", nothing))
                    .then().statusCode(400).body("violations.field", hasItem("seenVersion"));
            scene.confirm(hub, arrival.path("id"),
                    receipt(false, with(line(arrival.path("lines[0].id"), "1"), "itemId", nothing)))
                    .then().statusCode(400).body("violations.field", hasItem("lines[0].itemId"));
        }
        scene.confirm(hub, arrival.path("id"), with(receipt(false, line(arrival.path("lines[0].id"), "1")), "close", 1))
                .then().statusCode(400).body("violations.field", hasItem("close"));
    }

    @Test
    void loose_produce_gets_its_use_within_day_from_the_shelf_days() {
        UUID apples = scene.loose();
        LocalDate before = LocalDate.now(CityTime.ZONE);
        scene.stocked(hub, apples, "12.345");
        LocalDate after = LocalDate.now(CityTime.ZONE);
        hub.as().get("/api/v1/hubs/" + hub.id() + "/stock").then()
                .body("items[0].onHand", equalTo("12.345")).body("items[0].dateKind", equalTo("NONE"))
                .body("items[0].lastDay",
                        oneOf(before.plusDays(20).toString(), after.plusDays(20).toString()));
    }

    @Test
    void the_same_confirmation_sent_ten_times_at_once_is_booked_once_and_answered_alike() throws Exception {
        UUID apples = scene.loose();
        Response arrival = scene.announce(hub, apples, "10", "KG");
        Map<String, Object> receipt = receipt(true, line(arrival.path("lines[0].id"), "10"));
        List<Response> answers = atOnce(10, () -> scene.confirm(hub, arrival.path("id"), receipt));
        answers.forEach(answer -> answer.then().statusCode(201));
        assertThat(answers.stream().map(answer -> answer.asString()).distinct().count()).isEqualTo(1);
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("10.000"));
        scene.confirm(hub, arrival.path("id"), with(receipt, "close", false)).then().statusCode(422);
    }

    @Test
    void of_two_managers_who_confirm_the_same_goods_at_once_one_is_booked_and_the_other_kept_to_settle() throws Exception {
        UUID apples = scene.loose();
        Response arrival = scene.announce(hub, apples, "10", "KG");
        Long seen = arrival.jsonPath().getLong("version");
        List<Response> answers = atOnce(2, () -> scene.confirm(hub, arrival.path("id"),
                with(receipt(true, line(arrival.path("lines[0].id"), "10")), "seenVersion", seen)));
        assertThat(answers.stream().map(Response::statusCode).sorted().toList()).isEqualTo(List.of(201, 202));
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("10.000"));
        hub.as().get("/api/v1/arrivals/" + arrival.path("id")).then()
                .body("receipts.state", containsInAnyOrder("BOOKED", "TO_SETTLE"));
        scene.confirm(hub, arrival.path("id"), with(receipt(false, line(arrival.path("lines[0].id"), "1")),
                "seenVersion", seen + 1)).then().statusCode(409);
    }

    @Test
    void an_old_view_does_not_matter_while_the_quantities_fit() {
        UUID apples = scene.loose();
        Response arrival = scene.announce(hub, apples, "10", "KG");
        Object line = arrival.path("lines[0].id");
        scene.confirm(hub, arrival.path("id"), with(receipt(false, line(line, "4")), "seenVersion", 1)).then()
                .statusCode(201).body("arrivalState", equalTo("RECEIVING"));
        scene.confirm(hub, arrival.path("id"), with(receipt(true, line(line, "6")), "seenVersion", 1)).then()
                .statusCode(201).body("arrivalState", equalTo("CLOSED"));
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("10.000"));
    }

    @Test
    void a_line_that_does_not_add_up_is_named() {
        UUID pasta = scene.packaged();
        Response arrival = scene.announce(hub, pasta, "10", "PIECE");
        Object line = arrival.path("lines[0].id");
        refused(arrival, receipt(true, line(line, "0")), "lines[0]");
        refused(arrival, receipt(true), "lines");
        refused(arrival, receipt(false, with(line(line, "11"), "lots", List.of(lot("2029-01-01", "11")))), "lines[0].accepted");
        refused(arrival, receipt(false, with(line(line, "4"), "lots", List.of(lot("2029-01-01", "3")))), "lines[0].lots");
        refused(arrival, receipt(false, line(line, "4")), "lines[0].lots");
        refused(arrival, receipt(false, with(line(line, "1.5"), "lots", List.of(lot("2029-01-01", "1.5")))),
                "lines[0].accepted", "lines[0].lots[0].quantity");
        refused(arrival, receipt(false, with(line(line, "1"), "lots", List.of(lot("2029-02-30", "1")))),
                "lines[0].lots[0].date");
        refused(arrival, receipt(false, with(line(line, "1"), "lots", List.of(
                Map.of("dateKind", "USE_BY", "date", "2020-01-01", "quantity", "1")))), "lines[0].lots[0].date");
        refused(arrival, receipt(false, with(line(line, "0"), "rejected", "1")), "lines[0].reason", "lines[0].destination");
        refused(arrival, receipt(false, line(UUID.randomUUID(), "1")), "lines[0].arrivalLineId");
        refused(arrival, receipt(false, with(line(null, "1"), "itemId", pasta)), "lines[0].surplus", "lines[0].lots");
        refused(arrival, receipt(false, with(line(null, "0"), "itemId", UUID.randomUUID())), "lines[0].itemId");
        refused(arrival, receipt(false, line(line, "-1")), "lines[0].accepted");
        refused(arrival, receipt(false, line(line, "99999999999")), "lines[0].accepted");
        refused(arrival, with(receipt(false), "seenVersion", 99), "seenVersion");
        refused(arrival, with(receipt(false), "id", null), "id");
        refused(arrival, with(receipt(false), "colour", "red"), "colour");
        assertThat(scene.held(Kind.HUB, hub.id(), pasta).signum()).isEqualTo(0);
    }

    @Test
    void a_printed_date_lies_where_dates_lie_and_far_away_is_looked_at_twice() {
        UUID pasta = scene.packaged();
        Response arrival = scene.announce(hub, pasta, "10", "PIECE");
        Object line = arrival.path("lines[0].id");
        for (String date : List.of("0027-03-15", "0202-03-01", "0000", "9999", "3000-01", "1899-12-31", "-999", "2031-1")) {
            refused(arrival, receipt(false, with(line(line, "1"), "lots", List.of(lot(date, "1")))), "lines[0].lots[0].date");
            refused(arrival, receipt(false, with(line(line, "1"), "lots", List.of(with(new LinkedHashMap<>(lot(date, "1")),
                    "confirmed", true)))), "lines[0].lots[0].date");
        }
        int year = LocalDate.now(CityTime.ZONE).getYear();
        for (int far : List.of(year + 12, year - 12)) {
            Map<String, Object> batch = new LinkedHashMap<>(lot(far + "-05", "1"));
            scene.confirm(hub, arrival.path("id"), receipt(false, with(line(line, "1"), "lots", List.of(batch)))).then()
                    .statusCode(400).body("violations.field", contains("lines[0].lots[0].confirmed"));
            scene.confirm(hub, arrival.path("id"),
                    receipt(false, with(line(line, "1"), "lots", List.of(with(batch, "confirmed", true))))).then()
                    .statusCode(201);
        }
        scene.confirm(hub, arrival.path("id"),
                receipt(false, with(line(line, "1"), "lots", List.of(lot((year + 9) + "-05", "1"))))).then().statusCode(201);
    }

    @Test
    void a_confirmation_that_says_nothing_is_refused_and_the_arrival_is_closed_as_ever() {
        Response arrival = scene.announce(hub, scene.loose(), "10", "KG");
        Object line = arrival.path("lines[0].id");
        refused(arrival, receipt(false), "lines");
        refused(arrival, receipt(false, line(line, "0")), "lines");
        hub.as().get("/api/v1/arrivals/" + arrival.path("id")).then().body("state", equalTo("EXPECTED"))
                .body("version", equalTo(1));
        refused(arrival, receipt(true), "lines");
        scene.confirm(hub, arrival.path("id"), receipt(true, with(line(line, "0"), "missing", "10"))).then().statusCode(201)
                .body("arrivalState", equalTo("CLOSED"));
    }

    @Test
    void nothing_of_a_line_is_surplus_while_something_of_it_is_missing_or_may_still_come() {
        UUID apples = scene.loose();
        Response arrival = scene.announce(hub, apples, "10", "KG");
        Object line = arrival.path("lines[0].id");
        Map<String, Object> over = with(new LinkedHashMap<>(Map.of("itemId", apples)), "surplus", "3");
        refused(arrival, receipt(true, with(with(line(line, "8"), "missing", "2"), "surplus", "3")), "lines[0].surplus");
        refused(arrival, receipt(true, with(with(line(line, "0"), "missing", "10"), "surplus", "10")), "lines[0].surplus");
        refused(arrival, receipt(true, with(line(line, "8"), "missing", "2"), over), "lines[1].surplus");
        refused(arrival, receipt(false, with(line(line, "8"), "surplus", "3")), "lines[0].surplus");
        scene.confirm(hub, arrival.path("id"), receipt(false, with(line(line, "5"), "missing", "2"))).then().statusCode(201);
        refused(arrival, with(receipt(true, with(line(line, "3"), "surplus", "1")), "seenVersion", 2), "lines[0].surplus");
        refused(arrival, with(receipt(true, line(line, "3"), over), "seenVersion", 2), "lines[1].surplus");
        scene.confirm(hub, arrival.path("id"), receipt(true, line(line, "3"))).then().statusCode(201);
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("8.000"));
    }

    private static Map<String, Object> lot(String date, String quantity) {
        return Map.of("dateKind", "BEST_BEFORE", "date", date, "quantity", quantity);
    }

    private void refused(Response arrival, Map<String, Object> receipt, String... fields) {
        scene.confirm(hub, arrival.path("id"), receipt).then().statusCode(400).body("violations.field", hasItems(fields));
    }

    @Test
    void chilled_goods_need_a_reading_and_out_of_tolerance_go_to_quarantine() {
        UUID milk = scene.item("KG", "CHILLED", "NONE");
        Response arrival = scene.announce(hub, milk, "10", "KG");
        Object line = arrival.path("lines[0].id");
        refused(arrival, receipt(false, line(line, "5")), "lines[0].temperature");
        scene.confirm(hub, arrival.path("id"), receipt(false, with(line(line, "4"), "temperature", "4.0"))).then()
                .statusCode(201).body("lots.quarantined", equalTo(List.of(false)));
        scene.confirm(hub, arrival.path("id"), receipt(false, with(line(line, "6"), "temperature", "4.1"))).then()
                .statusCode(201).body("lots.quarantined", equalTo(List.of(true)));
        assertThat(scene.held(Kind.HUB, hub.id(), milk)).isEqualTo(new BigDecimal("4.000"));
        assertThat(scene.held(Kind.QUARANTINE, hub.id(), milk)).isEqualTo(new BigDecimal("6.000"));
    }

    @Test
    void goods_nobody_expected_are_surplus_of_their_own_line() {
        UUID apples = scene.loose();
        UUID pears = scene.loose();
        Response arrival = scene.announce(hub, apples, "10", "KG");
        Map<String, Object> surplus = with(with(new LinkedHashMap<>(), "itemId", pears), "surplus", "3.5");
        scene.confirm(hub, arrival.path("id"), receipt(true, line(arrival.path("lines[0].id"), "10"), surplus)).then()
                .statusCode(201);
        assertThat(scene.held(Kind.HUB, hub.id(), pears)).isEqualTo(new BigDecimal("3.500"));
        hub.as().get("/api/v1/arrivals/" + arrival.path("id")).then().body("lines", hasSize(2))
                .body("lines[1].surplus", equalTo("3.500")).body("lines[1].expected", equalTo("0.000"));
    }

    @Test
    void a_time_the_device_cannot_have_meant_is_replaced_and_flagged() {
        UUID apples = scene.loose();
        Response arrival = scene.announce(hub, apples, "10", "KG");
        Object line = arrival.path("lines[0].id");
        scene.confirm(hub, arrival.path("id"), with(receipt(false, line(line, "1")), "occurredAt", "1970-01-01T00:00:00Z"))
                .then().statusCode(201).body("timeReplaced", equalTo(true));
        scene.confirm(hub, arrival.path("id"), with(receipt(false, line(line, "1")), "occurredAt",
                Instant.now().plus(3, ChronoUnit.DAYS).toString())).then().statusCode(201).body("timeReplaced", equalTo(true));
        scene.confirm(hub, arrival.path("id"), receipt(false, line(line, "1"))).then()
                .statusCode(201).body("timeReplaced", equalTo(false));
    }

    @Test
    void the_whole_second_of_a_device_in_the_second_the_arrival_was_made_is_true() {
        UUID apples = scene.loose();
        Response arrival = scene.announce(hub, apples, "10", "KG");
        Instant made = Instant.parse(arrival.path("recordedAt"));
        Object line = arrival.path("lines[0].id");
        scene.confirm(hub, arrival.path("id"), with(receipt(false, line(line, "1")), "occurredAt",
                made.truncatedTo(ChronoUnit.SECONDS).toString())).then().statusCode(201).body("timeReplaced", equalTo(false))
                .body("occurredAt", equalTo(made.toString()));
        scene.confirm(hub, arrival.path("id"), with(receipt(false, line(line, "1")), "occurredAt",
                made.truncatedTo(ChronoUnit.SECONDS).minusNanos(1000).toString())).then().statusCode(201)
                .body("timeReplaced", equalTo(true));
    }

    @Test
    void an_arrival_entered_later_carries_the_time_the_goods_came_and_their_shelf_days_count_from_it() {
        UUID bread = scene.loose();
        Instant came = Instant.now().minus(26, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        Response arrival = entered(bread, came);
        arrival.then().statusCode(201).body("cameAt", equalTo(came.toString()));
        confirmed(arrival, receipt(false, line(arrival.path("lines[0].id"), "4")));
        confirmed(arrival, with(receipt(true, line(arrival.path("lines[0].id"), "6")), "occurredAt", came.toString()));
        stock().then().body("items.receivedAt", everyItem(equalTo(came.toString())))
                .body("items.lastDay", everyItem(equalTo(CityTime.dayOf(came).plusDays(20).toString())));
        hub.as().queryParam("day", CityTime.dayOf(came).toString()).get("/api/v1/hubs/" + hub.id() + "/arrivals").then()
                .body("items.id", contains(arrival.<String>path("id")));
        for (Instant impossible : List.of(Instant.now().plusSeconds(60), Instant.now().minus(8, ChronoUnit.DAYS))) {
            entered(bread, impossible).then().statusCode(400).body("violations.field", contains("cameAt"));
        }
    }

    private Response entered(UUID item, Instant came) {
        return hub.as().body(Map.of("kind", "UNANNOUNCED", "fundingSource", "SURPLUS", "cameAt", came.toString(), "lines",
                List.of(Map.of("itemId", item, "quantity", 10, "unit", "KG")))).post("/api/v1/hubs/" + hub.id() + "/arrivals");
    }

    @Test
    void a_confirmation_is_taken_back_while_nothing_of_it_has_moved() {
        UUID apples = scene.loose();
        Response arrival = scene.announce(hub, apples, "10", "KG");
        Object line = arrival.path("lines[0].id");
        Object first = confirmed(arrival, receipt(false, line(line, "4")));
        Response second = scene.confirm(hub, arrival.path("id"), receipt(true, line(line, "6")));
        undo(second.path("id")).then().statusCode(200).body("state", equalTo("UNDONE"))
                .body("arrivalState", equalTo("RECEIVING"));
        undo(second.path("id")).then().statusCode(200).body("state", equalTo("UNDONE"));
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("4.000"));
        UUID lot = UUID.fromString(hub.as().get("/api/v1/hubs/" + hub.id() + "/stock").path("items[0].lotId"));
        hub.as().body(Map.of("from", "STOCK", "to", "COMPOST", "lines", List.of(Map.of("lotId", lot, "quantity", "0.001"))))
                .post("/api/v1/hubs/" + hub.id() + "/movements").then().statusCode(204);
        undo(first).then().statusCode(409);
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("3.999"));
    }

    @Test
    void what_went_to_quarantine_and_back_has_moved_and_is_named() {
        UUID pasta = scene.packaged();
        Response arrival = scene.announce(hub, pasta, "10", "PIECE");
        String date = LocalDate.now(CityTime.ZONE).plusYears(1).toString();
        Response receipt = scene.confirm(hub, arrival.path("id"), receipt(true, with(line(arrival.path("lines[0].id"), "10"),
                "lots", List.of(Map.of("lotCode", "L77", "dateKind", "BEST_BEFORE", "date", date, "quantity", "10")))));
        for (List<String> way : List.of(List.of("STOCK", "QUARANTINE"), List.of("QUARANTINE", "STOCK"))) {
            hub.as().body(Map.of("from", way.get(0), "to", way.get(1), "lines",
                    List.of(Map.of("lotId", receipt.<String>path("lots[0].lotId"), "quantity", "1"))))
                    .post("/api/v1/hubs/" + hub.id() + "/movements").then().statusCode(204);
        }
        touched(receipt.path("id"), "T-" + pasta, "L77");
        assertThat(scene.held(Kind.HUB, hub.id(), pasta)).isEqualTo(new BigDecimal("10.000"));
    }

    @Test
    void what_was_packed_and_unpacked_has_moved_and_is_named() {
        scene.catalogue();
        scene.pastaRecipe();
        Response arrival = scene.announce(hub, Scene.PASTA, "10", "PIECE");
        LocalDate tomorrow = LocalDate.now(CityTime.ZONE).plusDays(1);
        Response receipt = scene.confirm(hub, arrival.path("id"), receipt(true, with(line(arrival.path("lines[0].id"), "10"),
                "lots", List.of(lot(tomorrow.plusYears(1).toString(), "10")))));
        Object parcel = hub.as().body(Map.of("recipe", "TEST_PASTA", "handOver", tomorrow.toString(), "householdIds",
                List.of(scene.household(hub, 2, 0)))).post("/api/v1/hubs/" + hub.id() + "/parcels").path("packed[0].parcelId");
        touched(receipt.path("id"), "PASTA", tomorrow.plusYears(1).toString());
        hub.as().delete("/api/v1/parcels/" + parcel).then().statusCode(204);
        touched(receipt.path("id"), "PASTA", tomorrow.plusYears(1).toString());
        assertThat(scene.held(Kind.HUB, hub.id(), Scene.PASTA)).isEqualTo(new BigDecimal("10.000"));
    }

    private void touched(Object receipt, String item, String lot) {
        undo(receipt).then().statusCode(409).body("type", endsWith("/receipt-touched")).body("detail", containsString(item))
                .body("detail", containsString(lot));
    }

    @Test
    void of_goods_that_came_in_parts_each_part_is_taken_back_by_itself() {
        UUID apples = scene.loose();
        OwnHub sender = scene.hub();
        scene.stocked(sender, apples, "10");
        Object transfer = sender.as().body(Map.of("fromHubId", sender.id(), "toHubId", hub.id(), "lines",
                List.of(Map.of("itemId", apples, "quantity", 10, "unit", "KG")))).post("/api/v1/transfers").path("id");
        sender.as().post("/api/v1/transfers/" + transfer + "/dispatch").then().statusCode(200);
        Response arrival = hub.as().get("/api/v1/hubs/" + hub.id() + "/arrivals");
        Object line = arrival.path("items[0].lines[0].id");
        List<Object> parts = Stream.of("4", "6").map(part -> (Object) scene.confirm(hub, arrival.path("items[0].id"),
                receipt(false, line(line, part))).then().statusCode(201).extract().path("id")).toList();
        parts.forEach(part -> undo(part).then().statusCode(200));
        assertThat(scene.held(Kind.HUB, hub.id(), apples).signum()).isEqualTo(0);
    }

    @Test
    void a_receipt_that_is_undone_the_next_day_is_taken_off_the_day_the_goods_came() {
        UUID apples = scene.loose();
        Response arrival = scene.announce(hub, apples, "10", "KG");
        scene.sql("update arrival set recorded_at = now() - interval '30 hours' where id = ?1",
                UUID.fromString(arrival.path("id")));
        Object receipt = confirmed(arrival, with(receipt(true, line(arrival.path("lines[0].id"), "10")), "occurredAt",
                Instant.now().minus(26, ChronoUnit.HOURS).toString()));
        undo(receipt).then().statusCode(200);
        assertThat(scene.count("select count(*) from goods_figure where hub_id = ?1 and taken_in <> 0", hub.id())).isEqualTo(0);
        assertThat(scene.figureDifferences()).isEqualTo(0);
    }

    @Test
    void more_than_any_hub_can_hold_is_refused_and_no_sum_overflows() {
        UUID[] many = Stream.generate(scene::loose).limit(2).toArray(UUID[]::new);
        Map<String, Object> most = Map.of("itemId", many[0], "quantity", "999999999", "unit", "KG");
        hub.as().body(Map.of("kind", "UNANNOUNCED", "fundingSource", "SURPLUS", "lines", Collections.nCopies(150, most)))
                .post("/api/v1/hubs/" + hub.id() + "/arrivals").then().statusCode(400)
                .body("violations.field", hasItems("lines[1].quantity"));
        Response arrival = scene.announce(hub, many[1], "999999999", "KG");
        Map<String, Object> surplus = new LinkedHashMap<>(Map.of("itemId", many[0], "surplus", "999999999"));
        scene.confirm(hub, arrival.path("id"), with(receipt(false), "lines", Collections.nCopies(150, surplus))).then()
                .statusCode(400).body("violations.field", hasItems("lines[1].surplus"));
        for (int i = 0; i < 2; i++) {
            int expected = i == 0 ? 201 : 400;
            scene.confirm(hub, arrival.path("id"), receipt(false, surplus)).then().statusCode(expected);
        }
    }

    private Object confirmed(Response arrival, Map<String, Object> receipt) {
        return scene.confirm(hub, arrival.path("id"), receipt).then().statusCode(201).extract().path("id");
    }

    private Response undo(Object receiptId) {
        return hub.as().post("/api/v1/receipts/" + receiptId + "/undoing");
    }

    @Test
    void a_donation_is_expected_received_and_told_with_its_totals() {
        Donation donation = donated("20", null, null);
        Object line = donation.path("lines[0].id");
        confirmed(donation.arrival(), receipt(false, line(line, "12.5")));
        Object closing = confirmed(donation.arrival(), receipt(true, with(with(with(with(line(line, "4"), "rejected", "2.5"),
                "reason", "POOR_QUALITY"), "destination", "BACK_WITH_DRIVER"), "missing", "1")));
        undo(closing).then().statusCode(200);
        UUID arrival = UUID.fromString(donation.path("id"));
        List<Map<String, Object>> told = scene.told(arrival, "DonationReceived.v1");
        assertThat(totals(told, "accepted")).isEqualTo(List.of("12.500", "16.500"));
        assertThat(totals(told, "rejected")).isEqualTo(List.of("0.000", "2.500"));
        assertThat(told.stream().map(event -> event.get("closed")).toList()).isEqualTo(List.of(false, true));
        assertThat(totals(scene.told(arrival, "ReceiptUndone.v1"), "accepted")).isEqualTo(List.of("12.500"));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> totals(List<Map<String, Object>> events, String figure) {
        return events.stream().map(event -> ((List<Map<String, Object>>) event.get("lines")).get(0).get(figure)).toList();
    }

    @Test
    void a_lot_code_typed_in_five_ways_is_one_lot_with_one_spelling() {
        UUID pasta = scene.packaged();
        Response arrival = scene.announce(hub, pasta, "20", "PIECE");
        confirmed(arrival, receipt(false, with(line(arrival.path("lines[0].id"), "6"), "lots",
                List.of(coded("L-12 7a", "1"), coded("l12 7A", "1"), coded("L\u2011127a", "1"), coded("L–12\u200b7a ", "1"),
                        coded("\u202eL127A", "1"),
                        coded(" \u00a0 ", "1")))));
        hub.as().get("/api/v1/hubs/" + hub.id() + "/stock").then().body("items.lotCode", containsInAnyOrder("L-12 7a", null))
                .body("items.onHand", containsInAnyOrder("5.000", "1.000"));
        confirmed(arrival, receipt(false, with(line(arrival.path("lines[0].id"), "2"), "lots",
                List.of(coded("l 127a", "2")))));
        hub.as().get("/api/v1/hubs/" + hub.id() + "/stock").then().body("items.lotCode",
                containsInAnyOrder("L-12 7a", "L-12 7a", null));
    }

    private static Map<String, Object> coded(String code, String quantity) {
        return Map.of("lotCode", code, "dateKind", "BEST_BEFORE", "date", "2030-03", "quantity", quantity);
    }

    @Test
    void goods_of_a_cancelled_donation_that_come_anyway_are_found_by_code_and_received() {
        Donation donation = donated("20", null, null);
        scene.hear("donations.donations", "DonationCancelled.v1", Map.of("donationId", donation.id, "reason", "CHANGED"));
        for (String typed : List.of(donation.code.toLowerCase(), donation.code.replace("-", ""),
                donation.code.substring(3).replace('-', '–'), " " + donation.code.replace("-", "\u00a0"))) {
            hub.as().queryParam("code", typed).get("/api/v1/hubs/" + hub.id() + "/arrivals").then().statusCode(200)
                    .body("items.state", equalTo(List.of("CANCELLED")));
        }
        hub.as().queryParam("code", "MA-7K3F-9QX3").get("/api/v1/hubs/" + hub.id() + "/arrivals").then().statusCode(400)
                .body("type", equalTo("/problems/mistyped")).body("violations.field", equalTo(List.of("code")));
        confirmed(donation.arrival(), receipt(true, line(donation.path("lines[0].id"), "20")));
        assertThat(scene.held(Kind.HUB, hub.id(), donation.item)).isEqualTo(new BigDecimal("20.000"));
        donation.arrival().then().body("state", equalTo("CLOSED")).body("withdrawn", equalTo("CANCELLED"));
    }

    @Test
    void a_donation_sent_to_another_hub_can_still_arrive_where_it_was_expected_first() {
        Donation donation = donated("20", null, null);
        OwnHub other = scene.hub();
        scene.hear("donations.donations", "DonationRescheduled.v1", donation.event(other.id(), "20"));
        donation.arrival().then().body("state", equalTo("MOVED"));
        other.as().queryParam("code", donation.code).get("/api/v1/hubs/" + other.id() + "/arrivals").then()
                .body("items.state", equalTo(List.of("EXPECTED")));
        confirmed(donation.arrival(), receipt(true, line(donation.path("lines[0].id"), "20")));
    }

    @Test
    void goods_for_an_organisations_need_are_set_aside_until_the_need_ends() {
        UUID need = UUID.randomUUID();
        UUID needLine = UUID.randomUUID();
        Donation donation = donated("20", need, needLine);
        scene
                .confirm(hub, donation.path("id"),
                        receipt(true, with(line(donation.path("lines[0].id"), "20"), "surplus", "5")))
                .then().statusCode(201).body("deliveryIds", hasSize(1));
        stock().then().body("items[0].onHand", equalTo("25.000")).body("items[0].reserved", equalTo("20.000"))
                .body("items[0].free", equalTo("5.000"));
        scene.hear("donations.needs", "NeedCancelled.v1", Map.of("needId", need));
        stock().then().body("items[0].free", equalTo("25.000"));
    }

    @Test
    void what_comes_besides_a_closed_donation_is_its_donors_and_what_was_missing_serves_its_need() {
        UUID need = UUID.randomUUID();
        UUID needLine = UUID.randomUUID();
        Donation donation = donated("20", need, needLine);
        scene.hear("donations.needs", "NeedPublished.v1", needEvent(need, needLine, donation.item, "ORGANISATION", "20"));
        Object line = donation.path("lines[0].id");
        Map<String, Object> late = with(receipt(false, line(line, "10")), "seenVersion", 1);
        confirmed(donation.arrival(), receipt(true, with(line(line, "12"), "missing", "8")));
        scene.confirm(hub, donation.path("id"), late).then().statusCode(202);
        settledAsFurther().then().statusCode(200).body("furtherArrivalId", equalTo(donation.<String>path("id")));
        donation.arrival().then().body("state", equalTo("CLOSED")).body("lines[0].accepted", equalTo("20.000"))
                .body("lines[0].missing", equalTo("0.000")).body("lines[0].surplus", equalTo("2.000"));
        assertThat(totals(scene.told(UUID.fromString(donation.path("id")), "DonationReceived.v1"), "accepted"))
                .isEqualTo(List.of("12.000", "20.000"));
        assertThat(scene.decimal(
                "select sum(quantity) from reservation where need_id = ?1 and ended_at is null", need))
                .isEqualTo(new BigDecimal("20.000"));
        assertThat(scene.count("select count(*) from lot where donation_line_id = ?1", donation.line)).isEqualTo(2);
    }

    private Response settledAsFurther() {
        String waiting = "/api/v1/hubs/" + hub.id() + "/to-settle";
        return hub.as().body(Map.of("choice", "FURTHER_ARRIVAL"))
                .post(waiting + "/" + hub.as().get(waiting).path("items[0].id") + "/settlement");
    }

    /** Receipts of before their facts were kept; whatever fields requests and answers have by now. */
    @Test
    void a_receipt_that_was_kept_as_json_alone_is_repeated_and_undone_for_ever() {
        Donation donation = donated("20", UUID.randomUUID(), UUID.randomUUID());
        Map<String, Object> said = with(receipt(true, line(donation.path("lines[0].id"), "20")), "occurredAt",
                Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        Response booked = scene.confirm(hub, donation.path("id"), said);
        String request = """
                {"id":"%s","occurredAt":"%s","seenVersion":null,"close":true,"lines":[{"arrivalLineId":"%s","itemId":null,\
                "accepted":"20","rejected":"0","missing":"0","surplus":"0","reason":null,"destination":null,"lots":[],\
                "temperature":null}]}""".formatted(said.get("id"), said.get("occurredAt"), donation.path("lines[0].id"));
        assertThat(scene.text("select request from receipt where id = ?1", said.get("id"))).isEqualTo(request);
        kept(said.get("id"), """
                {"id":"%s","arrivalId":"%s","state":"BOOKED","arrivalState":"CLOSED","arrivalVersion":%s,"occurredAt":"%s",\
                "timeReplaced":false,"lots":[{"lotId":"%s","itemId":"%s","quantity":"20","quarantined":false}],\
                "deliveryIds":["%s"],"aFieldOfThen":1}""".formatted(said.get("id"), donation.path("id"),
                booked.path("arrivalVersion"), booked.path("occurredAt"), booked.path("lots[0].lotId"), donation.item,
                booked.path("deliveryIds[0]")));
        assertThat(scene.confirm(hub, donation.path("id"), said).asString()).isEqualTo(booked.asString());
        undo(said.get("id")).then().statusCode(200).body("state", equalTo("UNDONE")).body("lots", hasSize(1))
                .body("lots[0].lotId", equalTo(booked.path("lots[0].lotId"))).body("lots[0].quantity", equalTo("20.000"))
                .body("lots[0].quarantined", equalTo(false)).body("deliveryIds", equalTo(booked.path("deliveryIds")));
        assertThat(scene.held(Kind.HUB, hub.id(), donation.item).signum()).isEqualTo(0);
    }

    @Test
    void a_receipt_that_waits_as_json_alone_is_settled_for_ever() {
        UUID pasta = scene.packaged();
        Response arrival = scene.announce(hub, pasta, "10", "PIECE");
        Object line = arrival.path("lines[0].id");
        String date = LocalDate.now(CityTime.ZONE).plusYears(1).toString();
        confirmed(arrival, receipt(true, with(line(line, "10"), "lots", List.of(lot(date, "10")))));
        Map<String, Object> late = with(receipt(false, with(line(line, "4"), "lots", List.of(lot(date, "4")))), "seenVersion",
                1);
        scene.confirm(hub, arrival.path("id"), late).then().statusCode(202);
        scene.sql("update receipt set request = ?1 where id = ?2", """
                {"id":"%s","occurredAt":"%s","seenVersion":1,"close":false,"lines":[{"arrivalLineId":"%s","itemId":null,\
                "accepted":"4","rejected":"0","missing":"0","surplus":"0","reason":null,"destination":null,"lots":[\
                {"lotCode":"OLD","dateKind":"BEST_BEFORE","date":"%s","quantity":"3"},\
                {"lotCode":null,"dateKind":"BEST_BEFORE","date":"%s","quantity":"1"}],"temperature":null}]}"""
                .formatted(late.get("id"), late.get("occurredAt"), line, date, date), late.get("id"));
        kept(late.get("id"), "{\"deliveryIds\":[]}");
        settledAsFurther().then().statusCode(200);
        assertThat(scene.count("""
                select count(*) from lot l join balance b on b.lot_id = l.id and b.kind = 'HUB'
                where l.item_id = ?1 and l.code = 'OLD' and cast(l.last_day as text) = ?2 and b.quantity = 3""", pasta, date))
                .isEqualTo(1);
        assertThat(scene.held(Kind.HUB, hub.id(), pasta)).isEqualTo(new BigDecimal("14.000"));
    }

    private void kept(Object receipt, String answer) {
        scene.sql("update receipt set answer = ?1 where id = ?2", answer, receipt);
        scene.sql("delete from receipt_batch where receipt_id = ?1", receipt);
        scene.sql("delete from receipt_delivery where receipt_id = ?1", receipt);
        scene.sql("delete from receipt_line where receipt_id in (select id from receipt where id = ?1 and state = 'TO_SETTLE')",
                receipt);
        scene.migrateAgain("V20261130170400__facts_of_old_receipts.sql");
    }

    @Test
    void goods_for_a_hubs_own_need_are_plain_stock() {
        UUID need = UUID.randomUUID();
        UUID needLine = UUID.randomUUID();
        Donation donation = donated("20", need, needLine);
        scene.hear("donations.needs", "NeedPublished.v1", needEvent(need, needLine, donation.item, "HUB", "20"));
        scene.confirm(hub, donation.path("id"), receipt(true, line(donation.path("lines[0].id"), "20"))).then()
                .statusCode(201).body("deliveryIds", hasSize(0));
    }

    @Test
    void goods_of_a_lapsed_donation_go_to_their_line_as_far_as_nothing_is_there_for_it() {
        UUID need = UUID.randomUUID();
        UUID needLine = UUID.randomUUID();
        Donation lapsed = donated("20", need, needLine);
        scene.hear("donations.needs", "NeedPublished.v1", needEvent(need, needLine, lapsed.item, "ORGANISATION", "30"));
        scene.hear("donations.donations", "DonationLapsed.v1", Map.of("donationId", lapsed.id));
        Donation since = donated(lapsed.item, "22", need, needLine);
        scene.confirm(hub, lapsed.path("id"), receipt(true, line(lapsed.path("lines[0].id"), "20"))).then().statusCode(201);
        stock().then().body("items[0].reserved", equalTo("20.000"));
        assertThat(since.<String>path("lines[0].expected")).isEqualTo("22.000");
    }

    private static Map<String, Object> needEvent(UUID need, UUID needLine, UUID item, String ownerKind, String quantity) {
        return Map.of("needId", need, "ownerKind", ownerKind, "ownerId", UUID.randomUUID(), "byWhen", "2099-01-01T00:00:00Z",
                "urgency", "ORDINARY", "municipio", 9, "lines",
                List.of(Map.of("needLineId", needLine, "itemId", item, "quantity", quantity, "unit", "KG")));
    }

    private Response stock() {
        return hub.as().get("/api/v1/hubs/" + hub.id() + "/stock");
    }

    @Test
    void nobody_else_reads_or_confirms_a_hubs_arrivals() {
        UUID apples = scene.loose();
        Response arrival = scene.announce(hub, apples, "10", "KG");
        OwnHub other = scene.hub();
        Map<String, Object> receipt = receipt(true, line(arrival.path("lines[0].id"), "10"));
        scene.confirm(other, arrival.path("id"), receipt).then().statusCode(404);
        other.as().get("/api/v1/arrivals/" + arrival.path("id")).then().statusCode(404);
        other.as().get("/api/v1/hubs/" + hub.id() + "/arrivals").then().statusCode(404);
        Object confirmed = confirmed(arrival, receipt);
        other.as().post("/api/v1/receipts/" + confirmed + "/undoing").then().statusCode(404);
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("10.000"));
    }

    @Test
    void arrivals_come_in_pages_by_their_window() {
        UUID apples = scene.loose();
        List<String> announced = Stream.generate(() -> scene.announce(hub, apples, "1", "KG").<String>path("id")).limit(5)
                .toList();
        List<String> seen = new java.util.ArrayList<>();
        String next = null;
        do {
            Response page = hub.as().queryParam("limit", 2).queryParam("cursor", next == null ? "" : next)
                    .get("/api/v1/hubs/" + hub.id() + "/arrivals");
            seen.addAll(page.path("items.id"));
            next = page.path("next");
        } while (next != null);
        assertThat(seen).isEqualTo(announced);
        hub.as().queryParam("cursor", "nonsense").get("/api/v1/hubs/" + hub.id() + "/arrivals").then().statusCode(400);
    }

    @Test
    void wrong_arrivals_are_refused_field_by_field() {
        UUID pasta = scene.packaged();
        scene.announce(hub, pasta, "1", "KG").then().statusCode(400).body("violations.field", hasItems("lines[0].unit"));
        scene.announce(hub, pasta, "1.5", "PIECE").then().statusCode(400).body("type", endsWith("/too-fine"))
                .body("violations.field", contains("lines[0].quantity"));
        scene.sql("insert into item_conversion values (?1, 'KG', 2, false)", pasta);
        scene.announce(hub, pasta, "0.3", "KG").then().statusCode(400).body("type", endsWith("/too-fine"))
                .body("violations.field", contains("lines[0].quantity"));
        scene.announce(hub, pasta, "1.5", "KG").then().statusCode(201).body("lines[0].expected", equalTo("3.000"));
        scene.announce(hub, pasta, "0", "PIECE").then().statusCode(400)
                .body("violations.field", hasItems("lines[0].quantity"));
        scene.announce(hub, UUID.randomUUID(), "1", "KG").then().statusCode(400)
                .body("violations.field", hasItems("lines[0].itemId"));
        for (String kind : Arrays.asList("DONATION", "TRANSFER")) {
            hub.as().body(Map.of("kind", kind, "fundingSource", "SURPLUS", "lines",
                    List.of(Map.of("itemId", pasta, "quantity", 1, "unit", "PIECE"))))
                    .post("/api/v1/hubs/" + hub.id() + "/arrivals").then().statusCode(400)
                    .body("violations.field", hasItems("kind"));
        }
    }

    private Donation donated(String quantity, UUID need, UUID needLine) {
        return donated(scene.loose(), quantity, need, needLine);
    }

    private Donation donated(UUID item, String quantity, UUID need, UUID needLine) {
        Donation donation = new Donation(UUID.randomUUID(), CheckedCode.draw("MA").toString(),
                item, UUID.randomUUID(), need, needLine);
        scene.hear("donations.donations", "DonationScheduled.v1", donation.event(hub.id(), quantity));
        return donation;
    }

    private class Donation {

        final UUID id;
        final String code;
        final UUID item;
        final UUID line;
        final UUID need;
        final UUID needLine;

        Donation(UUID id, String code, UUID item, UUID line, UUID need, UUID needLine) {
            this.id = id;
            this.code = code;
            this.item = item;
            this.line = line;
            this.need = need;
            this.needLine = needLine;
        }

        Map<String, Object> event(UUID hubId, String quantity) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("donationLineId", line);
            told.put("itemId", item);
            told.put("quantity", quantity);
            told.put("unit", "KG");
            told.put("storageClass", "FRESH_PRODUCE");
            told.put("kgPerUnit", "1");
            told.put("needId", need);
            told.put("needLineId", needLine);
            return Map.of("donationId", id, "code", code, "hubId", hubId, "windowStart", "2026-11-24T08:00:00Z", "windowEnd",
                    "2026-11-24T12:00:00Z", "handover", "DROP_OFF", "fundingSource", "SURPLUS", "lines", List.of(told),
                    "onBehalfOf", "nobody");
        }

        Response arrival() {
            String found = hub.as().queryParam("code", code).get("/api/v1/hubs/" + hub.id() + "/arrivals").path("items[0].id");
            return hub.as().get("/api/v1/arrivals/" + found);
        }

        <T> T path(String path) {
            return arrival().path(path);
        }
    }

    @Test
    void an_item_first_met_in_a_donation_is_a_stub_until_the_catalogue_tells_of_it() {
        UUID unknown = UUID.randomUUID();
        Donation donation = donated(unknown, "7", null, null);
        assertThat(donation.<String>path("lines[0].itemCode")).isEqualTo(unknown.toString());
        scene.hear("donations.catalogue", "ItemListed.v1", Stream.of(Map.entry("itemId", (Object) unknown),
                Map.entry("code", "PEARS-" + unknown), Map.entry("category", "FOOD"), Map.entry("unit", "KG"),
                Map.entry("storageClass", "FRESH_PRODUCE"), Map.entry("kgPerUnit", "1"), Map.entry("shelfDays", 9),
                Map.entry("marginDays", 1), Map.entry("dateKind", "NONE"), Map.entry("conversions",
                        List.of(Map.of("unit", "PIECE", "factor", "0.200", "nominal", true))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(donation.<String>path("lines[0].itemCode")).isEqualTo("PEARS-" + unknown);
        scene.announce(hub, unknown, "3", "PIECE").then().statusCode(400).body("type", endsWith("/unit-mismatch"))
                .body("violations.field", contains("lines[0].unit"));
    }
}
