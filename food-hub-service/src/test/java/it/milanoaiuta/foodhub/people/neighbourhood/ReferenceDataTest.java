package it.milanoaiuta.foodhub.people.neighbourhood;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.platform.testing.OnLocalStack;

@QuarkusTest
@QuarkusTestResource(value = OnLocalStack.class, initArgs = @ResourceArg(name = "service", value = "food-hub"))
class ReferenceDataTest {

    @Inject
    LoadingNeighbourhoods loadingNeighbourhoods;

    @Inject
    Scene scene;

    @Test
    void everybody_sees_the_eighty_eight_neighbourhoods_page_by_page() {
        String next = given().queryParam("limit", 60).get("/api/v1/neighbourhoods").then().statusCode(200)
                .body("items", hasSize(60)).body("items.municipio", everyItem(notNullValue()))
                .body("attribution", equalTo("Confini NIL: Comune di Milano (CC BY), elaborazione propria")).extract()
                .path("next");
        given().queryParam("limit", 60).queryParam("cursor", next).get("/api/v1/neighbourhoods").then().statusCode(200)
                .body("items", hasSize(28)).body("next", equalTo(null));
    }

    @Test
    void the_neighbourhoods_of_one_municipio() {
        given().queryParam("municipio", 1).get("/api/v1/neighbourhoods").then().statusCode(200)
                .body("items.municipio", everyItem(equalTo(1))).body("items.name", hasItem("Brera"))
                .body("items.find { it.name == 'Brera' }.id", equalTo(Neighbourhood.idOf("Brera").toString()));
    }

    @Test
    void what_is_no_municipio_or_no_cursor_is_named() {
        given().queryParam("municipio", 10).get("/api/v1/neighbourhoods").then().statusCode(400)
                .body("violations.field", contains("municipio"));
        given().queryParam("cursor", "no cursor!").get("/api/v1/neighbourhoods").then().statusCode(400)
                .body("violations.field", contains("cursor"));
    }

    @Test
    void loading_again_on_two_replicas_at_once_changes_nothing() throws Exception {
        Callable<Void> load = () -> {
            loadingNeighbourhoods.atStart(new StartupEvent());
            return null;
        };
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            for (var replica : replicas.invokeAll(List.of(load, load))) {
                replica.get();
            }
        } finally {
            replicas.shutdown();
        }
        assertThat(scene.count("select count(*) from neighbourhood")).isEqualTo(88);
    }

    @Test
    void an_older_file_overwrites_nothing_that_a_newer_one_wrote() {
        UUID brera = Neighbourhood.idOf("Brera");
        scene.sql("update neighbourhood set latitude = 45.5, edition = 9 where id = ?1", brera);
        loadingNeighbourhoods.atStart(new StartupEvent());
        assertThat(scene.decimal("select latitude from neighbourhood where id = ?1", brera))
                .isEqualTo(new BigDecimal("45.50000"));
        scene.sql("update neighbourhood set edition = 0 where id = ?1", brera);
        loadingNeighbourhoods.atStart(new StartupEvent());
        assertThat(scene.decimal("select latitude from neighbourhood where id = ?1", brera))
                .isEqualTo(new BigDecimal("45.47358"));
    }

    @Test
    void everybody_sees_the_recipes_with_their_versions() {
        given().get("/api/v1/recipes").then().statusCode(200).body("items.code", hasItems("BASE", "FRESH_KIT", "INFANT"))
                .body("items.version", everyItem(equalTo(1)))
                .body("items[1].lines[0].itemId", equalTo(Scene.APPLES.toString()))
                .body("items[1].lines[0].one", equalTo("4.000")).body("items[1].lines[0].overThree", equalTo("8.000"))
                .body("items[2].per", equalTo("INFANT"));
    }
}
