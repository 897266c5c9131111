package it.milanoaiuta.foodhub.inbound.receipt;

import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static it.milanoaiuta.foodhub.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.stock.Account.Kind;
import it.milanoaiuta.platform.web.CheckedCode;
import it.milanoaiuta.platform.web.CityTime;

@QuarkusTest
class DonationReceiptTest extends ReceiptScene {

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

    private static Map<String, Object> needEvent(UUID need, UUID needLine, UUID item, String ownerKind, String quantity) {
        return Map.of("needId", need, "ownerKind", ownerKind, "ownerId", UUID.randomUUID(), "byWhen", "2099-01-01T00:00:00Z",
                "urgency", "ORDINARY", "municipio", 9, "lines",
                List.of(Map.of("needLineId", needLine, "itemId", item, "quantity", quantity, "unit", "KG")));
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
}
