package it.milanoaiuta.foodhub.inbound.receipt;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.restassured.response.Response;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;

/** A hub that receives. */
abstract class ReceiptScene {

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

    static Map<String, Object> lot(String date, String quantity) {
        return Map.of("dateKind", "BEST_BEFORE", "date", date, "quantity", quantity);
    }

    Object confirmed(Response arrival, Map<String, Object> receipt) {
        return scene.confirm(hub, arrival.path("id"), receipt).then().statusCode(201).extract().path("id");
    }

    Response undo(Object receiptId) {
        return hub.as().post("/api/v1/receipts/" + receiptId + "/undoing");
    }

    Response stock() {
        return hub.as().get("/api/v1/hubs/" + hub.id() + "/stock");
    }
}
