package it.milanoaiuta.foodhub.outbound.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.platform.web.CityTime;

@QuarkusTest
class CarriersTest extends DeliveryScene {

    @Inject
    Items items;

    @Test
    void whoever_left_the_shift_carries_nothing_and_the_managers_have_a_task() {
        String delivery = planned(packed());
        household = scene.household(hub, 2, 0);
        String failed = planned(packed());
        Map<String, Object> said = said("FAILED");
        said.put("reason", "NOBODY_HOME");
        confirm(volunteer, failed, said).statusCode(200);
        UUID colleague = scene.manager(hub);
        UUID signUp = scene.uuid("select sign_up_id from roster_place where subject = ?1", volunteer);
        scene.hear("volunteers.shifts", "VolunteerLeft.v1", Map.of("shiftId", UUID.randomUUID(), "signUpId", signUp));

        carriesNothing(volunteer, delivery);
        post(volunteer, "deliveries/" + failed + "/return", Map.of()).statusCode(404);
        scene.as(hub.manager()).get("/api/v1/hubs/" + hub.id() + "/tasks").then().statusCode(200)
                .body("items.kind", contains("CARRIER_LEFT", "CARRIER_LEFT"))
                .body("items.deliveryId", containsInAnyOrder(delivery, failed));
        for (UUID manager : List.of(hub.manager(), colleague)) {
            assertThat(scene.count("select count(*) from message where person = ?1 and kind = 'CARRIER_LEFT'", manager))
                    .isEqualTo(2);
        }
        confirm(hub.manager(), delivery, said("DELIVERED")).statusCode(200);
    }

    private void carriesNothing(UUID person, String delivery) {
        scene.as(person).get("/api/v1/deliveries/" + delivery).then().statusCode(404);
        confirm(person, delivery, said("DELIVERED")).statusCode(404);
        post(person, "deliveries/" + delivery + "/return", Map.of()).statusCode(404);
        scene.as(person).get("/api/v1/me/deliveries").then().statusCode(200).body("items", empty());
    }

    @Test
    void a_shift_that_is_cancelled_or_moved_to_another_day_leaves_its_deliveries_without_people() {
        for (String change : List.of("ShiftCancelled.v1", "ShiftChanged.v1")) {
            household = scene.household(hub, 2, 0);
            volunteer = UUID.randomUUID();
            UUID shift = scene.onShift(hub, volunteer, at(tomorrow, 9), at(tomorrow, 12));
            String delivery = planned(packed());
            scene.as(volunteer).get("/api/v1/me/deliveries").then().body("items.id", contains(delivery));
            scene.hear("volunteers.shifts", change, Map.of("shiftId", shift, "ownerKind", "HUB", "ownerId", hub.id(), "start",
                    at(tomorrow.plusDays(1), 9), "end", at(tomorrow.plusDays(1), 12), "roles", List.of()));
            carriesNothing(volunteer, delivery);
            scene.as(hub.manager()).get("/api/v1/hubs/" + hub.id() + "/tasks").then().body("items.deliveryId",
                    hasItem(delivery));
        }
    }

    @Test
    void a_manager_no_longer_carries_nothing_and_the_others_have_a_task() {
        UUID former = scene.manager(hub);
        String parcel = packed();
        String delivery = manager("deliveries", toHousehold(List.of(parcel), List.of(former))).statusCode(201).extract()
                .path("id");
        scene.as(UUID.randomUUID(), "coordinator").delete("/api/v1/hubs/" + hub.id() + "/managers/" + former).then()
                .statusCode(204);
        carriesNothing(former, delivery);
        scene.as(hub.manager()).get("/api/v1/hubs/" + hub.id() + "/tasks").then().body("items.deliveryId", contains(delivery));
        assertThat(scene.count("select count(*) from message where person = ?1", former)).isEqualTo(0);
    }

    @Test
    void while_our_copy_of_the_shifts_is_old_a_volunteers_word_waits_and_a_managers_does_not() {
        String delivery = planned(packed());
        UUID blocked = UUID.randomUUID();
        scene.sql("insert into inbox_stream values ('volunteers', 'volunteers.shifts', ?1, 0, now())", blocked);
        try {
            confirm(volunteer, delivery, said("DELIVERED")).statusCode(503);
            confirm(UUID.randomUUID(), delivery, said("DELIVERED")).statusCode(404);
            scene.as(volunteer).get("/api/v1/deliveries/" + delivery).then().statusCode(200);
            confirm(hub.manager(), delivery, said("DELIVERED")).statusCode(200);
        } finally {
            scene.sql("delete from inbox_stream where aggregate_id = ?1", blocked);
        }
    }

    @Test
    void only_who_is_on_the_hubs_roster_or_manages_it_brings_its_goods() {
        String parcel = packed();
        UUID stranger = UUID.randomUUID();
        UUID ofAnotherHub = scene.volunteer(scene.hub());
        for (UUID nobody : List.of(stranger, ofAnotherHub)) {
            manager("deliveries", toHousehold(List.of(parcel), List.of(volunteer, nobody))).statusCode(400)
                    .body("violations.field", contains("assignees[1]"));
        }
        UUID otherDay = UUID.randomUUID();
        scene.onShift(hub, otherDay, at(tomorrow.minusDays(1), 18), at(tomorrow, 0));
        scene.onShift(hub, otherDay, at(tomorrow.plusDays(1), 0), at(tomorrow.plusDays(1), 6));
        manager("deliveries", toHousehold(List.of(parcel), List.of(otherDay))).statusCode(400).body("violations.field",
                contains("assignees[0]"));
        UUID colleague = scene.manager(hub);
        manager("deliveries", toHousehold(List.of(parcel), List.of(volunteer, colleague))).statusCode(201).body("assignees",
                containsInAnyOrder(volunteer.toString(), colleague.toString()));
    }

    @Test
    void nobody_gives_a_delivery_to_herself_and_whoever_has_it_keeps_it() {
        String parcel = packed();
        manager("deliveries", toHousehold(List.of(parcel), List.of(hub.manager()))).statusCode(400).body("type",
                equalTo("/problems/assigns-herself")).body("violations.field", contains("assignees[0]"));
        UUID colleague = scene.manager(hub);
        String delivery = manager("deliveries", toHousehold(List.of(parcel), List.of(colleague))).statusCode(201).extract()
                .path("id");
        String path = "/api/v1/deliveries/" + delivery;
        Map<String, Object> otherDay = Map.of("plannedFor", tomorrow.plusDays(1).toString(), "assignees", List.of(colleague));
        scene.as(colleague).header("If-Match", scene.as(colleague).get(path).header("ETag")).body(otherDay).put(path + "/plan")
                .then().statusCode(200);
    }

    @Test
    void a_planned_delivery_gets_other_people_and_another_day() {
        String delivery = planned(packed());
        UUID other = scene.volunteer(hub);
        String path = "/api/v1/deliveries/" + delivery;
        String etag = scene.as(hub.manager()).get(path).header("ETag");
        Map<String, Object> plan = Map.of("plannedFor", tomorrow.plusDays(1).toString(), "assignees", List.of(other));
        scene.as(hub.manager()).body(plan).put(path + "/plan").then().statusCode(428);
        scene.as(hub.manager()).header("If-Match", "\"99\"").body(plan).put(path + "/plan").then().statusCode(412);
        scene.as(hub.manager()).header("If-Match", etag).body(plan).put(path + "/plan").then().statusCode(200)
                .body("assignees", contains(other.toString()));
        scene.as(volunteer).get(path).then().statusCode(404);
        scene.as(other).get("/api/v1/me/deliveries").then().statusCode(200).body("items.id", contains(delivery));
        scene.as(hub.manager()).queryParam("day", tomorrow.plusDays(1).toString())
                .get("/api/v1/hubs/" + hub.id() + "/deliveries")
                .then().statusCode(200).body("items.id", contains(delivery));
        scene.as(hub.manager()).get("/api/v1/hubs/" + hub.id() + "/deliveries").then().body("items", empty());
    }

    @Test
    void a_foreign_delivery_is_not_there_and_stays_as_it_is() {
        String parcel = packed();
        String delivery = planned(parcel);
        for (UUID stranger : List.of(scene.hub().manager(), UUID.randomUUID(), scene.volunteer(hub))) {
            scene.as(stranger).get("/api/v1/deliveries/" + delivery).then().statusCode(404);
            post(stranger, "deliveries/" + delivery + "/loading", Map.of()).statusCode(404);
            confirm(stranger, delivery, said("DELIVERED")).statusCode(404);
            post(stranger, "deliveries/" + delivery + "/return", Map.of()).statusCode(404);
            scene.as(stranger).delete("/api/v1/deliveries/" + delivery).then().statusCode(404);
            post(stranger, "deliveries", toHousehold(List.of(parcel), List.of())).statusCode(404);
        }
        OwnHub other = scene.hub();
        Map<String, Object> asked = toHousehold(List.of(parcel), List.of());
        asked.put("hubId", other.id());
        post(other.manager(), "deliveries", asked).statusCode(404);
        assertThat(told(delivery)).hasSize(1);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(CityTime.ZONE).toInstant();
    }
}
