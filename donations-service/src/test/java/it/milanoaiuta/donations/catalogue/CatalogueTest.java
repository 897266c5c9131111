package it.milanoaiuta.donations.catalogue;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.donations.City.PASTA;
import static it.milanoaiuta.donations.City.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.platform.testing.OnLocalStack;
import it.milanoaiuta.platform.web.Ids;

@QuarkusTest
@QuarkusTestResource(value = OnLocalStack.class, initArgs = @ResourceArg(name = "service", value = "donations"))
class CatalogueTest {

    @Inject
    ListingItems listing;

    @Inject
    ObjectMapper json;

    @Test
    void everybody_reads_it_page_by_page() {
        String next = given().get("/api/v1/items?limit=20").then().statusCode(200).body("items", hasSize(20))
                .body("items[0].code", equalTo("APPLES")).body("next", notNullValue()).extract().path("next");
        given().queryParam("cursor", next).queryParam("limit", 100).get("/api/v1/items").then().statusCode(200)
                .body("items[0].code", equalTo("ORANGES".compareTo("PASTA") < 0 ? "SALT" : ""));
    }

    @Test
    void an_item_says_its_unit_its_weight_and_its_names() {
        given().get("/api/v1/items/{id}", PASTA).then().statusCode(200).body("code", equalTo("PASTA"))
                .body("unit", equalTo("PIECE")).body("kgPerUnit", equalTo("0.500")).body("storageClass", equalTo("AMBIENT"))
                .body("shelfDays", nullValue()).body("name.it", equalTo("Pasta, confezione da 500 g"))
                .body("conversions.unit", contains("KG")).body("conversions.factor", contains("2.000"));
    }

    @Test
    void an_unknown_item_is_not_found() {
        given().get("/api/v1/items/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void the_file_is_told_once_however_often_and_by_however_many_it_is_loaded() {
        AtOnce.run(6, i -> listing.load(Catalogue.read(json)));
        assertThat(told("ItemListed", PASTA)).isEqualTo(1);
        assertThat(told("ItemChanged", PASTA)).isEqualTo(0);
    }

    @Test
    void a_newer_edition_tells_each_change_once() {
        UUID jam = Ids.next();
        AtOnce.run(6, i -> listing.load(edition(1, jam, 10, false)));
        assertThat(told("ItemListed", jam)).isEqualTo(1);
        AtOnce.run(6, i -> listing.load(edition(2, jam, 20, false)));
        assertThat(told("ItemChanged", jam)).isEqualTo(1);
        given().get("/api/v1/items/{id}", jam).then().body("shelfDays", equalTo(20));
    }

    @Test
    void an_older_edition_undoes_nothing() {
        UUID jam = Ids.next();
        listing.load(edition(2, jam, 20, false));
        listing.load(edition(1, jam, 10, false));
        assertThat(told("ItemChanged", jam)).isEqualTo(0);
        given().get("/api/v1/items/{id}", jam).then().body("shelfDays", equalTo(20));
    }

    @Test
    void an_archived_item_leaves_the_list_and_is_told_once() {
        UUID jam = Ids.next();
        listing.load(edition(1, jam, 10, false));
        AtOnce.run(3, i -> listing.load(edition(2, jam, 10, true)));
        assertThat(told("ItemArchived", jam)).isEqualTo(1);
        List<String> listed = Stream
                .iterate(page(null), page -> page.get("next") != null, page -> page((String) page.get("next")))
                .flatMap(page -> ((List<Map<String, String>>) page.get("items")).stream()).map(item -> item.get("id")).toList();
        assertThat(listed.contains(jam.toString())).isEqualTo(false);
    }

    @Test
    void infant_milk_is_food_and_nappies_and_tablets_are_none() {
        Map<String, Boolean> food = Map.of("PASTA", true, "INFANT_MILK", true, "NAPPIES", false, "TABLET", false, "GLOVES",
                false);
        food.forEach((code, is) -> given().queryParam("limit", 100).get("/api/v1/items").then().statusCode(200)
                .body("items.find { it.code == '%s' }.food".formatted(code), equalTo(is)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> page(String cursor) {
        var request = given().queryParam("limit", 10);
        return (cursor == null ? request : request.queryParam("cursor", cursor)).get("/api/v1/items").then().statusCode(200)
                .extract().as(Map.class);
    }

    private static Catalogue edition(int edition, UUID id, int shelfDays, boolean archived) {
        return new Catalogue(edition, List.of(new Catalogue.Entry(id, "JAM_" + id.toString().replace("-", "").toUpperCase(),
                new Category("FOOD"), Map.of("it", "Marmellata", "en", "Jam", "ar", "مربى"), Unit.PIECE,
                new BigDecimal("0.400"),
                StorageClass.AMBIENT, DateKind.NONE, shelfDays, 1, List.of(), null, archived)));
    }
}
