package it.milanoaiuta.foodhub.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.platform.testing.AtOnce;

@QuarkusTest
class IntakeTest {

    @Inject
    Scene scene;

    @Test
    void a_hub_takes_no_new_donations_until_its_manager_or_the_city_says_so() {
        OwnHub hub = scene.hub();
        UUID coordinator = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            scene.as(hub.manager()).post(path(hub, "pause")).then().statusCode(200).body("intakePaused", equalTo(true));
        }
        scene.as(coordinator, "coordinator").post(path(hub, "resume")).then().statusCode(200)
                .body("intakePaused", equalTo(false));
        scene.as(coordinator, "coordinator").post(path(hub, "pause")).then().statusCode(200);
        scene.as(hub.manager()).get("/api/v1/hubs/" + hub.id()).then().body("intakePaused", equalTo(true));
        assertThat(scene.toldTypes(hub.id())).isEqualTo(List.of("IntakePaused.v1", "IntakeResumed.v1", "IntakePaused.v1"));
        scene.as(coordinator, "coordinator").post("/api/v1/hubs/" + UUID.randomUUID() + "/pause").then().statusCode(404);
    }

    @Test
    void paused_by_many_at_once_it_is_told_once() throws Exception {
        OwnHub hub = scene.hub();
        assertThat(AtOnce.call(10, i -> scene.as(hub.manager()).post(path(hub, "pause")).statusCode()).stream()
                .distinct().toList()).isEqualTo(List.of(200));
        assertThat(scene.toldTypes(hub.id())).isEqualTo(List.of("IntakePaused.v1"));
    }

    private static String path(OwnHub hub, String change) {
        return "/api/v1/hubs/" + hub.id() + "/" + change;
    }
}
