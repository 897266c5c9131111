package it.milanoaiuta.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Writes what is made of the contracts that the services' builds have written: commit it when it changes. And finds what breaks them. */
class ApiDocumentsTest {

    static final List<String> PARTS = List.of("volunteers-service", "donations-service", "food-hub-service", "gateway");

    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void the_map_of_the_api_has_a_table_of_every_part() throws IOException {
        Tables page = new Tables(Path.of("api.md"));
        for (String part : PARTS) {
            page.put("operations of " + part, ApiTable.of(contract("..", part)));
        }
        page.write();
    }

    @ParameterizedTest
    @FieldSource("PARTS")
    void nothing_breaks_who_asks_as_what_was_released(String part) throws IOException {
        assertThat(ApiBreaks.between(contract("released", part), contract("..", part))).isEmpty();
    }

    @Test
    void every_kind_of_break_is_found() throws IOException {
        JsonNode released = contract("src/test/resources", "shelter");
        assertThat(ApiBreaks.between(released, released)).isEmpty();
        JsonNode broken = broken(released.deepCopy());
        assertThat(ApiBreaks.between(released, broken)).containsExactlyInAnyOrder(
                "DELETE /beds/{} is gone",
                "GET /beds 200.items[].floor is gone",
                "GET /beds 200.items[].free may be missing now",
                "GET /beds 200.items[].kind has a new value: COT",
                "GET /beds 200.items[].since was date-time and is date",
                "GET /beds 200.items[].size was [string] and is [integer]",
                "GET /beds asks to sign in now",
                "GET /beds floor is gone",
                "GET /beds house must be sent now",
                "POST /beds 201 is gone",
                "POST /beds Idempotency-Key must be sent now",
                "POST /beds request is no application/merge-patch+json any more",
                "POST /beds request must be sent now",
                "POST /beds request.floor has a narrower maximum",
                "POST /beds request.kind may not be BUNK any more",
                "POST /beds request.name has another pattern",
                "POST /beds request.note is gone",
                "POST /beds request.until must be sent now");
        assertThat(ApiBreaks.between(broken, released)).as("what is added or allowed is none").doesNotContain(
                "DELETE /beds/{} is gone", "GET /beds 200.items[].floor is gone", "POST /beds request.until must be sent now")
                .noneMatch(one -> one.contains("may not be") || one.contains("narrower") || one.contains("sign in"));
    }

    @Test
    void a_list_that_opens_or_grows_while_open_breaks_nobody() throws IOException {
        JsonNode released = contract("src/test/resources", "shelter");
        ObjectNode opened = released.deepCopy();
        ObjectNode kind = opened.withObject("/components/schemas/Kind");
        kind.set("x-extensible-enum", kind.remove("enum"));
        assertThat(ApiBreaks.between(released, opened)).isEmpty();
        ObjectNode grown = opened.deepCopy();
        grown.withObject("/components/schemas/Kind").withArray("/x-extensible-enum").add("COT");
        assertThat(ApiBreaks.between(opened, grown)).isEmpty();
    }

    /** One of each kind. */
    private static JsonNode broken(ObjectNode api) {
        api.withObject("/paths/~1beds~1{id}").remove("delete");
        ObjectNode list = api.withObject("/paths/~1beds/get");
        list.putArray("security").addObject().putArray("bearer");
        ((ArrayNode) list.path("parameters")).removeAll().addObject().put("name", "house").put("in", "query").put("required",
                true);
        ObjectNode post = api.withObject("/paths/~1beds/post");
        post.withObject("/requestBody").put("required", true).withObject("/content").remove("application/merge-patch+json");
        post.withArray("/parameters").addObject().put("name", "Idempotency-Key").put("in", "header").put("required", true);
        ((ObjectNode) post.path("responses")).set("202", ((ObjectNode) post.path("responses")).remove("201"));
        ObjectNode sent = api.withObject("/components/schemas/NewBed");
        sent.withArray("/required").add("until");
        ObjectNode fields = sent.withObject("/properties");
        fields.remove("note");
        fields.withObject("/floor").put("maximum", 3);
        fields.withObject("/name").put("pattern", "[A-Z]+");
        fields.withObject("/kind").putArray("enum").add("BED");
        ObjectNode shown = api.withObject("/components/schemas/Bed");
        shown.remove("required");
        ObjectNode properties = shown.withObject("/properties");
        properties.remove("floor");
        properties.withObject("/since").put("format", "date");
        properties.withObject("/size").put("type", "integer");
        api.withObject("/components/schemas/Kind").withArray("/enum").add("COT");
        return api;
    }

    private static JsonNode contract(String root, String part) throws IOException {
        return YAML.readTree(Path.of(root, part, "contracts/openapi.yaml").toFile());
    }
}
