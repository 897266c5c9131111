package it.milanoaiuta.foodhub.outbound.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.stock.Account.Kind;

@QuarkusTest
class LoadableTest extends DeliveryScene {

    @Inject
    Items items;

    @Test
    void goods_received_for_a_need_join_its_planned_delivery_and_are_told_with_their_lines() {
        UUID need = UUID.randomUUID();
        UUID needLine = UUID.randomUUID();
        UUID donationLine = UUID.randomUUID();
        UUID first = scene.stocked(hub, Scene.PASTA, "30", tomorrow.plusDays(60), donationLine);
        UUID second = scene.stocked(hub, Scene.PASTA, "10", tomorrow.plusDays(30), donationLine);
        UUID delivery = scene.givenToNeed(hub, need, needLine, first, Scene.PASTA, "30");
        assertThat(scene.givenToNeed(hub, need, needLine, second, Scene.PASTA, "10")).isEqualTo(delivery);
        JsonNode line = scene.told(delivery).get(1).payload().get("lines").get(0);
        assertThat(line.get("quantity").asText()).isEqualTo("40.000");
        assertThat(line.get("needLineId").asText()).isEqualTo(needLine.toString());
        assertThat(line.get("donationLineId").asText()).isEqualTo(donationLine.toString());

        Map<String, Object> asked = new LinkedHashMap<>(Map.of("hubId", hub.id(), "kind", "NEED", "needId", need, "plannedFor",
                tomorrow.plusDays(2).toString(), "assignees", List.of(volunteer)));
        manager("deliveries", asked).statusCode(201).body("id", equalTo(delivery.toString())).body("assignees",
                contains(volunteer.toString()));
        manager("deliveries/" + delivery + "/loading", Map.of()).statusCode(200);
        assertThat(scene.held(Kind.DELIVERY, delivery, Scene.PASTA)).isEqualTo(new BigDecimal("40.000"));

        Map<String, Object> said = said("PARTIAL");
        said.put("lines", List.of(Map.of("itemId", Scene.PASTA, "delivered", "36", "returned", "4")));
        confirm(volunteer, delivery.toString(), said).statusCode(200);
        JsonNode confirmed = scene.told(delivery).get(4).payload();
        assertThat(confirmed.get("needId").asText()).isEqualTo(need.toString());
        assertThat(confirmed.get("lines").get(0).get("delivered").asText()).isEqualTo("36.000");
        assertThat(confirmed.get("lines").get(0).get("returned").asText()).isEqualTo("4.000");

        post(volunteer, "deliveries/" + delivery + "/return", Map.of()).statusCode(200);
        UUID again = scene.plannedFor(need);
        assertThat(scene.told(again).get(0).payload().get("lines").get(0).get("quantity").asText()).isEqualTo("4.000");
    }

    @Test
    void goods_set_aside_for_a_line_that_the_need_no_longer_has_are_free() {
        UUID need = UUID.randomUUID();
        UUID stays = UUID.randomUUID();
        UUID ends = UUID.randomUUID();
        UUID one = scene.stocked(hub, Scene.PASTA, "30", tomorrow.plusDays(60), UUID.randomUUID());
        UUID other = scene.stocked(hub, Scene.PASTA, "20", tomorrow.plusDays(60), UUID.randomUUID());
        UUID delivery = scene.givenToNeed(hub, need, stays, one, Scene.PASTA, "30");
        scene.givenToNeed(hub, need, ends, other, Scene.PASTA, "20");
        scene.hear("donations.needs", "NeedPublished.v1", Map.of("needId", need, "ownerKind", "ORGANISATION", "ownerId",
                UUID.randomUUID(), "byWhen", Instant.now().toString(), "urgency", "ORDINARY", "municipio", 9, "lines",
                List.of(Map.of("needLineId", stays, "itemId", Scene.PASTA, "quantity", "30"))));
        scene.as(hub.manager()).get("/api/v1/deliveries/" + delivery).then().body("state", equalTo("PLANNED"))
                .body("lines.needLineId", contains(stays.toString()));
        assertThat(scene.decimal("select reserved from balance where kind = 'HUB' and lot_id = ?1", other).signum())
                .isEqualTo(0);
    }

    @Test
    void what_may_not_reach_people_any_more_is_not_loaded() {
        String delivery = planned(packed());
        UUID lot = scene.uuid("select lot_id from movement where cause = (select id from parcel where delivery_id = ?1)",
                UUID.fromString(delivery));
        scene.sql("update lot set last_day = ?1 where id = ?2", tomorrow.minusDays(1), lot);
        manager("deliveries/" + delivery + "/loading", Map.of()).statusCode(409)
                .body("type", equalTo("/problems/delivery-outdated")).body("violations.field", contains("lots." + lot));
        assertThat(told(delivery)).hasSize(1);
        confirm(volunteer, delivery, said("DELIVERED")).statusCode(200).body("state", equalTo("BOOKED"));
    }

    @Test
    void goods_of_a_need_that_may_not_reach_people_any_more_are_not_loaded_either() {
        UUID lot = scene.stocked(hub, Scene.PASTA, "30", tomorrow.minusDays(3));
        UUID delivery = scene.givenToNeed(hub, UUID.randomUUID(), UUID.randomUUID(), lot, Scene.PASTA, "30");
        manager("deliveries/" + delivery + "/loading", Map.of()).statusCode(409).body("violations.field",
                contains("lots." + lot));
    }

    @Test
    void a_parcel_is_not_planned_for_a_day_on_which_it_is_not_good_any_more() {
        OwnHub other = hub;
        hub = scene.hub();
        volunteer = scene.volunteer(hub);
        household = scene.household(hub, 2, 0);
        scene.stocked(hub, Scene.PASTA, "100", tomorrow.plusDays(2));
        String parcel = packed();
        Map<String, Object> late = toHousehold(List.of(parcel), List.of(volunteer));
        late.put("plannedFor", tomorrow.plusDays(3).toString());
        manager("deliveries", late).statusCode(409).body("type", equalTo("/problems/delivery-outdated"));
        late.put("plannedFor", tomorrow.plusDays(2).toString());
        String delivery = manager("deliveries", late).statusCode(201).extract().path("id");
        replan(delivery, tomorrow.plusDays(3)).statusCode(409);
        hub = other;
    }

    @Test
    void a_parcel_is_of_the_week_of_the_day_it_is_planned_for() {
        LocalDate nextWeek = tomorrow.plusWeeks(1);
        String delivery = planned(packed());
        replan(delivery, nextWeek).statusCode(200);
        scene.as(hub.manager()).queryParam("day", nextWeek.toString()).get("/api/v1/hubs/" + hub.id() + "/parcels").then()
                .body("items.deliveryId", contains(delivery));
        scene.as(hub.manager())
                .body(Map.of("recipe", "TEST_PASTA", "handOver", nextWeek.toString(), "householdIds", List.of(household)))
                .post("/api/v1/hubs/" + hub.id() + "/parcels").then().body("notPacked.reason", contains("ENTITLEMENT_USED"));
        String second = planned(packed());
        replan(second, nextWeek).statusCode(409).body("type", equalTo("/problems/entitlement-used"));
        replan(delivery, tomorrow).statusCode(409).body("type", equalTo("/problems/entitlement-used"));
    }

    private ValidatableResponse replan(String delivery, LocalDate day) {
        String path = "/api/v1/deliveries/" + delivery;
        return scene.as(hub.manager()).header("If-Match", scene.as(hub.manager()).get(path).header("ETag"))
                .body(Map.of("plannedFor", day.toString(), "assignees", List.of(volunteer))).put(path + "/plan").then();
    }

    @Test
    void a_suspended_organisations_deliveries_stop_until_it_is_reinstated_and_what_left_goes_on() {
        UUID organisation = UUID.randomUUID();
        UUID need = UUID.randomUUID();
        UUID needLine = UUID.randomUUID();
        scene.organisation(organisation, UUID.randomUUID());
        scene.hear("donations.needs", "NeedPublished.v1", Map.of("needId", need, "ownerKind", "ORGANISATION", "ownerId",
                organisation, "byWhen", Instant.now().plusSeconds(90_000).toString(), "urgency", "ORDINARY", "municipio", 9,
                "lines", List.of(Map.of("needLineId", needLine, "itemId", Scene.PASTA, "quantity", "30"))));
        UUID lot = scene.stocked(hub, Scene.PASTA, "30", tomorrow.plusDays(60));
        UUID left = scene.givenToNeed(hub, need, needLine, lot, Scene.PASTA, "10");
        manager("deliveries/" + left + "/loading", Map.of()).statusCode(200);
        UUID planned = scene.givenToNeed(hub, need, needLine, lot, Scene.PASTA, "10");

        scene.hear("volunteers.organisations", "OrganisationSuspended.v1", Map.of("organisationId", organisation));
        manager("deliveries/" + planned + "/loading", Map.of()).statusCode(409).body("type",
                equalTo("/problems/delivery-stopped"));
        scene.as(hub.manager()).get("/api/v1/deliveries/" + planned).then().body("stopped", equalTo(true)).body("state",
                equalTo("PLANNED"));
        scene.as(hub.manager()).queryParam("day", tomorrow.toString()).get("/api/v1/hubs/" + hub.id() + "/deliveries").then()
                .body("items.find { it.id == '" + planned + "' }.stopped", equalTo(true))
                .body("items.find { it.id == '" + left + "' }.stopped", equalTo(false));
        confirm(hub.manager(), left.toString(), said("DELIVERED")).statusCode(200).body("state", equalTo("BOOKED"));
        assertThat(scene.givenToNeed(hub, need, needLine, lot, Scene.PASTA, "5")).as("promises in flight finish")
                .isEqualTo(planned);

        scene.hear("volunteers.organisations", "OrganisationReinstated.v1", Map.of("organisationId", organisation));
        manager("deliveries/" + planned + "/loading", Map.of()).statusCode(200).body("stopped", equalTo(false))
                .body("lines[0].quantity", equalTo("15.000"));
    }
}
