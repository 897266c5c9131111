package it.milanoaiuta.journeys;

import static it.milanoaiuta.journeys.Catalogue.ISOLA;
import static it.milanoaiuta.journeys.Catalogue.PASTA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input gets a clear problem that names the field, and changes nothing. */
@Isolated("it sees that nothing has changed")
class BadInputTest {

    private static final byte[] FIVE_MEGABYTES = ("{\"name\":\"" + "a".repeat(5_000_000) + "\"}").getBytes();

    private final Steps steps = new Steps();

    @ParameterizedTest
    @CsvSource({"0, lines[0].quantity", "-1, lines[0].quantity", "1e30, lines[0].quantity", "0.0001, lines[0].quantity",
            "much, lines[0].quantity"})
    void a_quantity_that_cannot_be_is_refused_by_its_field(String quantity, String field) {
        int before = mine();
        Answer refused = steps.anna.post("/needs", steps.need(steps.city.organisationOf(steps.anna), PASTA, quantity))
                .expect(400);
        assertThat(refused.blamed()).contains(field);
        assertThat(mine()).isEqualTo(before);
    }

    @Test
    void a_unit_the_item_is_not_counted_in_is_refused() {
        assertThat(steps.marco.post("/hubs/" + ISOLA + "/arrivals", Map.of("kind", "UNANNOUNCED", "fundingSource", "SURPLUS",
                "lines", List.of(Map.of("itemId", PASTA, "quantity", "1", "unit", "L")))).expect(400).blamed())
                .containsExactly("lines[0].unit");
    }

    @Test
    void missing_fields_are_named_each() {
        assertThat(steps.anna.post("/organisations", Map.of()).expect(400).blamed()).contains("name", "contact");
    }

    @Test
    void malformed_json_and_other_content_are_refused() {
        steps.anna.postRaw("/organisations", "application/json", BodyPublishers.ofString("{\"name\":")).expect(400);
        steps.anna.postRaw("/organisations", "text/plain", BodyPublishers.ofString("hello")).expect(415);
        steps.anna.post("/organisations", Map.of("name", "A", "contact", Map.of("email", "a@example.org"), "more", 1))
                .expect(400);
    }

    @Test
    void five_megabytes_are_refused_with_a_length_and_without() {
        steps.anna.postRaw("/organisations", "application/json", BodyPublishers.ofByteArray(FIVE_MEGABYTES)).expect(413);
        steps.anna.postRaw("/organisations", "application/json",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(FIVE_MEGABYTES))).expect(413);
    }

    @Test
    void a_key_used_for_another_body_is_refused_and_the_same_body_gets_the_same_answer() {
        UUID key = UUID.randomUUID();
        Map<String, Object> organisation = Map.of("name", "Una", "contact", Map.of("email", "una@example.org"));
        Answer first = steps.omar.post("/organisations", organisation, key).expect(201);
        Answer again = steps.omar.post("/organisations", organisation, key).expect(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        steps.omar.post("/organisations", Map.of("name", "Altra", "contact", Map.of("email", "una@example.org")), key)
                .expect(422);
    }

    @Test
    void unknown_ids_are_not_found() {
        for (String path : List.of("/shifts/", "/needs/", "/hubs/", "/arrivals/", "/households/", "/deliveries/", "/transfers/",
                "/organisations/", "/opportunities/", "/items/")) {
            assertThat(steps.elena.get(path + UUID.randomUUID()).status()).as(path).isEqualTo(404);
            assertThat(steps.elena.get(path + "not-an-id").status()).as(path).isEqualTo(404);
        }
    }

    private int mine() {
        return steps.anna.get("/needs/mine?limit=100").expect(200).items().size();
    }
}
