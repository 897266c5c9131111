package it.milanoaiuta.foodhub.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
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

@QuarkusTest
class LedgerTest {

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
    void what_was_not_there_then_cannot_have_left_then_and_every_short_line_is_named() throws InterruptedException {
        UUID apples = scene.loose();
        UUID first = scene.stocked(hub, apples, "10");
        UUID second = scene.stocked(hub, apples, "10");
        UUID third = scene.stocked(hub, apples, "10");
        Instant whenAllWereThere = Instant.now();
        Thread.sleep(20);
        sortOut("STOCK", "WASTE", null, lot(first, "6"), lot(second, "9")).then().statusCode(204);
        sortOut("STOCK", "WASTE", whenAllWereThere, lot(first, "5"), lot(second, "2"), lot(third, "10")).then().statusCode(409)
                .body("violations.field", hasSize(2)).body("violations.field", hasItem("lots." + first))
                .body("violations.field", hasItem("lots." + second));
        sortOut("STOCK", "WASTE", Instant.parse("2020-01-01T00:00:00Z"), lot(third, "1")).then().statusCode(409);
        sortOut("STOCK", "WASTE", whenAllWereThere, lot(first, "4"), lot(second, "1"), lot(third, "10")).then().statusCode(204);
        assertThat(scene.held(Kind.HUB, hub.id(), apples).signum()).isEqualTo(0);
        hub.as().queryParam("asOf", whenAllWereThere.minusMillis(1).toString()).get("/api/v1/hubs/" + hub.id() + "/stock")
                .then()
                .body("items.onHand", equalTo(List.of("10.000", "10.000", "10.000")));
        hub.as().queryParam("asOf", "2099-01-01T00:00:00Z").get("/api/v1/hubs/" + hub.id() + "/stock").then().statusCode(400);
    }

    @Test
    void the_ledger_is_never_changed() {
        scene.stocked(hub, scene.loose(), "1");
        for (String change : List.of("update movement set quantity = 2", "delete from movement", "truncate movement")) {
            assertThatThrownBy(() -> scene.sql(change)).as(change).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void quarantined_goods_come_back_only_by_a_release() {
        UUID apples = scene.loose();
        UUID lot = scene.stocked(hub, apples, "10");
        sortOut("STOCK", "QUARANTINE", null, lot(lot, "10")).then().statusCode(204);
        hub.as().get("/api/v1/hubs/" + hub.id() + "/stock").then().body("items[0].quarantined", equalTo("10.000"))
                .body("items[0].onHand", equalTo("0.000"));
        hub.as().queryParam("asOf", Instant.now().toString()).get("/api/v1/hubs/" + hub.id() + "/stock").then().statusCode(200)
                .body("items[0].quarantined", equalTo("10.000")).body("items[0].onHand", equalTo("0.000"))
                .body("items[0].reserved", equalTo("0.000")).body("items[0].free", equalTo("0.000"));
        sortOut("QUARANTINE", "STOCK", null, lot(lot, "4")).then().statusCode(204);
        sortOut("WASTE", "STOCK", null, lot(lot, "1")).then().statusCode(400).body("violations.field", hasItem("from"));
        sortOut("STOCK", "STOCK", null, lot(lot, "1")).then().statusCode(400).body("violations.field", hasItem("to"));
        OwnHub other = scene.hub();
        other.as().body(Map.of("from", "STOCK", "to", "WASTE", "lines", List.of(lot(lot, "1"))))
                .post("/api/v1/hubs/" + hub.id() + "/movements").then().statusCode(404);
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("4.000"));
    }

    @Test
    void a_lot_of_another_hub_is_as_unknown_as_one_that_does_not_exist() {
        OwnHub other = scene.hub();
        UUID apples = scene.loose();
        UUID own = scene.stocked(hub, apples, "10");
        UUID foreign = scene.stocked(other, apples, "10");
        scene.sql("update lot set code = 'L-SECRET' where id = ?1", foreign);
        for (UUID unknown : List.of(foreign, UUID.randomUUID())) {
            sortOut("STOCK", "WASTE", null, lot(own, "1"), lot(unknown, "1")).then().statusCode(404)
                    .body("violations.field", equalTo(List.of("lines[1].lotId"))).body(not(containsString("L-SECRET")));
        }
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("10.000"));
        assertThat(scene.held(Kind.HUB, other.id(), apples)).isEqualTo(new BigDecimal("10.000"));
    }

    @Test
    void half_a_piece_moves_nowhere() {
        UUID tins = scene.item("PIECE", "AMBIENT", "NONE");
        UUID lot = stocked(tins, "10", "PIECE");
        tooFine(sortOut("STOCK", "SHRINKAGE", null, lot(lot, "0.4")), lot);
        sortOut("STOCK", "QUARANTINE", null, lot(lot, "5")).then().statusCode(204);
        tooFine(sortOut("QUARANTINE", "SHRINKAGE", null, lot(lot, "0.25")), lot);
        tooFine(sortOut("STOCK", "WASTE", null, lot(lot, "1.5"), lot(lot, "0.5")), lot);
        assertThat(scene.held(Kind.HUB, hub.id(), tins)).isEqualTo(new BigDecimal("5.000"));
        assertThatThrownBy(() -> scene.sql("""
                insert into movement (lot_id, quantity, from_kind, from_owner, to_kind, to_owner, reason, cause, occurred_at)
                values (?1, 0.5, 'HUB', ?2, 'WASTE', ?2, 'SORTING_OUT', ?2, now())""", lot, hub.id()))
                .isInstanceOf(RuntimeException.class);
    }

    private static void tooFine(Response answer, UUID lot) {
        answer.then().statusCode(400).body("type", endsWith("/too-fine")).body("violations.field", hasItem("lots." + lot));
    }

    /** Old books have them: what was left of a piece goes where whole pieces stay behind, and is not picked. */
    @Test
    void what_is_left_of_a_piece_can_still_leave() {
        UUID tins = scene.loose();
        UUID lot = stocked(tins, "5.6", "KG");
        scene.sql("update item set unit = 'PIECE' where id = ?1", tins);
        OwnHub other = scene.hub();
        hub.as().body(Map.of("fromHubId", hub.id(), "toHubId", other.id(), "lines",
                List.of(Map.of("itemId", tins, "quantity", 9, "unit", "PIECE")))).post("/api/v1/transfers").then()
                .statusCode(201).body("lots.quantity", equalTo(List.of("5.000")));
        tooFine(sortOut("STOCK", "WASTE", null, lot(lot, "0.3")), lot);
        sortOut("STOCK", "WASTE", null, lot(lot, "0.6")).then().statusCode(204);
        assertThat(scene.held(Kind.HUB, hub.id(), tins)).isEqualTo(new BigDecimal("5.000"));
    }

    private UUID stocked(UUID item, String quantity, String unit) {
        Response arrival = scene.announce(hub, item, quantity, unit);
        return UUID.fromString(scene.confirm(hub, arrival.path("id"),
                Scene.receipt(true, Scene.line(arrival.path("lines[0].id"), quantity))).then().statusCode(201).extract()
                .path("lots[0].lotId"));
    }

    @Test
    void stock_comes_in_pages_of_lots() {
        UUID apples = scene.loose();
        for (int i = 0; i < 5; i++) {
            scene.stocked(hub, apples, "1");
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = hub.as().queryParam("limit", 2).queryParam("cursor", next)
                    .get("/api/v1/hubs/" + hub.id() + "/stock");
            seen.addAll(page.path("items.lotId"));
            next = page.path("next");
        }
        assertThat(seen.stream().distinct().count()).isEqualTo(5);
        hub.as().queryParam("itemId", UUID.randomUUID()).get("/api/v1/hubs/" + hub.id() + "/stock").then()
                .body("items", hasSize(0));
    }

    private static Map<String, Object> lot(UUID lot, String quantity) {
        return Map.of("lotId", lot, "quantity", quantity);
    }

    @SafeVarargs
    private Response sortOut(String from, String to, Instant occurredAt, Map<String, Object>... lines) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of("from", from, "to", to, "lines", List.of(lines)));
        if (occurredAt != null) {
            body.put("occurredAt", occurredAt.toString());
        }
        return hub.as().body(body).post("/api/v1/hubs/" + hub.id() + "/movements");
    }
}
