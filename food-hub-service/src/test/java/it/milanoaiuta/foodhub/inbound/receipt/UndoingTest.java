package it.milanoaiuta.foodhub.inbound.receipt;

import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static it.milanoaiuta.foodhub.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.stock.Account.Kind;
import it.milanoaiuta.platform.web.CityTime;

@QuarkusTest
class UndoingTest extends ReceiptScene {

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
}
