package it.milanoaiuta.foodhub.inbound.receipt;

import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static it.milanoaiuta.foodhub.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
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
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.stock.Account.Kind;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.platform.web.CityTime;

@QuarkusTest
class ReceiptTest extends ReceiptScene {

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
    void goods_that_somebody_pays_for_in_a_way_not_known_yet_say_so_in_the_stock_and_nobody_brings_it_in_by_hand() {
        scene.donated(hub, scene.loose(), "10", "CROWDFUNDING");
        Response arrivals = hub.as().get("/api/v1/hubs/" + hub.id() + "/arrivals");
        arrivals.then().statusCode(200).body("items.fundingSource", equalTo(List.of("CROWDFUNDING")));
        scene.confirm(hub, arrivals.path("items[0].id"), receipt(true, line(arrivals.path("items[0].lines[0].id"), "10")))
                .then()
                .statusCode(201);
        hub.as().get("/api/v1/hubs/" + hub.id() + "/stock").then().statusCode(200)
                .body("items.fundingSource", equalTo(List.of("CROWDFUNDING")));
        hub.as().body(Map.of("kind", "UNANNOUNCED", "fundingSource", "CROWDFUNDING", "lines",
                List.of(Map.of("itemId", scene.loose(), "quantity", 1, "unit", "KG"))))
                .post("/api/v1/hubs/" + hub.id() + "/arrivals").then().statusCode(400)
                .body("violations.field", equalTo(List.of("fundingSource")))
                .body("violations[0].message", equalTo("Write one of SURPLUS, ESF_PLUS, NATIONAL_FUND, PURCHASE, COLLECTION."));
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
        List<Response> answers = AtOnce.call(10, i -> scene.confirm(hub, arrival.path("id"), receipt));
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
        List<Response> answers = AtOnce.call(2, i -> scene.confirm(hub, arrival.path("id"),
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
}
