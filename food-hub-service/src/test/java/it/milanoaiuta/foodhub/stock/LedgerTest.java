package it.milanoaiuta.foodhub.stock;

import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
        sortOut("STOCK", "WASTE", null, lot(UUID.randomUUID(), "1")).then().statusCode(409);
        assertEquals(0, scene.held(Kind.HUB, hub.id(), apples).signum());
        hub.as().queryParam("asOf", whenAllWereThere.minusMillis(1).toString()).get("/api/v1/hubs/" + hub.id() + "/stock")
                .then()
                .body("items.onHand", equalTo(List.of("10.000", "10.000", "10.000")));
        hub.as().queryParam("asOf", "2099-01-01T00:00:00Z").get("/api/v1/hubs/" + hub.id() + "/stock").then().statusCode(400);
    }

    @Test
    void the_ledger_is_never_changed() {
        scene.stocked(hub, scene.loose(), "1");
        for (String change : List.of("update movement set quantity = 2", "delete from movement", "truncate movement")) {
            assertThrows(RuntimeException.class, () -> scene.sql(change), change);
        }
    }

    @Test
    void quarantined_goods_come_back_only_by_a_release() {
        UUID apples = scene.loose();
        UUID lot = scene.stocked(hub, apples, "10");
        sortOut("STOCK", "QUARANTINE", null, lot(lot, "10")).then().statusCode(204);
        hub.as().get("/api/v1/hubs/" + hub.id() + "/stock").then().body("items[0].quarantined", equalTo("10.000"))
                .body("items[0].onHand", equalTo("0"));
        sortOut("QUARANTINE", "STOCK", null, lot(lot, "4")).then().statusCode(204);
        sortOut("WASTE", "STOCK", null, lot(lot, "1")).then().statusCode(400).body("violations.field", hasItem("from"));
        sortOut("STOCK", "STOCK", null, lot(lot, "1")).then().statusCode(400).body("violations.field", hasItem("to"));
        OwnHub other = scene.hub();
        other.as().body(Map.of("from", "STOCK", "to", "WASTE", "lines", List.of(lot(lot, "1"))))
                .post("/api/v1/hubs/" + hub.id() + "/movements").then().statusCode(404);
        assertEquals(new BigDecimal("4.000"), scene.held(Kind.HUB, hub.id(), apples));
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
        assertEquals(5, seen.stream().distinct().count());
        hub.as().queryParam("itemId", UUID.randomUUID()).get("/api/v1/hubs/" + hub.id() + "/stock").then()
                .body("items", hasSize(0));
    }

    @Test
    void whatever_is_done_to_the_goods_every_gram_stays_somewhere() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("seed " + seed);
        OwnHub other = scene.hub();
        UUID apples = scene.loose();
        List<UUID> lots = new ArrayList<>(
                List.of(scene.stocked(hub, apples, "500"), scene.stocked(hub, apples, "40.125")));
        for (int i = 0; i < 60; i++) {
            UUID lot = lots.get(random.nextInt(lots.size()));
            String quantity = new BigDecimal(random.nextInt(20_000) + 1).movePointLeft(3).toPlainString();
            switch (random.nextInt(6)) {
                case 0 -> lots.add(scene.stocked(hub, apples, quantity));
                case 1 -> sortOut("STOCK", random.nextBoolean() ? "WASTE" : "SHRINKAGE", null, lot(lot, quantity));
                case 2 -> sortOut("STOCK", "QUARANTINE", Instant.now().minusMillis(random.nextInt(2000)), lot(lot, quantity));
                case 3 -> sortOut("QUARANTINE", "STOCK", null, lot(lot, quantity));
                default -> send(random, other, apples, quantity);
            }
            scene.mustBalance();
        }
    }

    /** Sends something, perhaps gives it up, perhaps receives it, with losses, and perhaps undoes that. */
    private void send(Random random, OwnHub other, UUID item, String quantity) {
        Response draft = hub.as().body(Map.of("fromHubId", hub.id(), "toHubId", other.id(), "lines",
                List.of(Map.of("itemId", item, "quantity", quantity, "unit", "KG")))).post("/api/v1/transfers");
        if (random.nextInt(4) == 0) {
            hub.as().header("If-Match", draft.header("ETag")).delete("/api/v1/transfers/" + draft.path("id"));
            return;
        }
        hub.as().post("/api/v1/transfers/" + draft.path("id") + "/dispatch");
        List<Map<String, Object>> expected = other.as().queryParam("state", "EXPECTED").queryParam("limit", 1)
                .get("/api/v1/hubs/" + other.id() + "/arrivals").path("items");
        if (expected.isEmpty() || random.nextInt(4) == 0) {
            return;
        }
        Response arrival = other.as().get("/api/v1/arrivals/" + expected.get(0).get("id"));
        BigDecimal all = new BigDecimal(arrival.<String>path("lines[0].expected"));
        BigDecimal some = all.multiply(new BigDecimal("0.7")).setScale(3, java.math.RoundingMode.DOWN);
        Map<String, Object> said = line(arrival.path("lines[0].id"), some.toPlainString());
        if (random.nextBoolean()) {
            said.put("missing", all.subtract(some));
        } else {
            said.putAll(Map.of("rejected", all.subtract(some), "reason", "DAMAGED", "destination", "BACK_WITH_DRIVER"));
        }
        Response receipt = scene.confirm(other, arrival.path("id"), receipt(false, said));
        if (random.nextInt(3) == 0) {
            other.as().post("/api/v1/receipts/" + receipt.path("id") + "/undoing");
        }
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
