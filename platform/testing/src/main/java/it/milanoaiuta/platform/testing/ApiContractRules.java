package it.milanoaiuta.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

/**
 * What an API's document says to whoever reads nothing else. A module's <code>ContractTest</code>, a Quarkus test, extends this; it
 * is about the document that the build has just made of the sources, which is the committed one once that is written anew.
 */
public abstract class ApiContractRules {

    private static final SchemaValidatorsConfig STRICTLY = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true)
            .build();

    private final ApiContract contract = new ApiContract();
    private final JsonNode document = contract.document();

    @Test
    void everything_is_described() {
        assertThat(new Undescribed(document).all())
                .as("a docstring, or @param, @return in one, describes each: CONTRIBUTING, where things go").isEmpty();
    }

    @Test
    void every_tag_is_defined_and_everything_defined_is_used() {
        Set<String> tags = texts(document.path("tags").findValues("name"));
        assertThat(tags).isNotEmpty();
        contract.operations().forEach((endpoint, operation) -> assertThat(tags).as(endpoint)
                .containsAll(texts(operation.path("tags"))).hasSizeGreaterThanOrEqualTo(1));
        Set<String> used = texts(document.findValues("$ref"));
        for (String kind : List.of("schemas", "responses", "parameters")) {
            document.path("components").path(kind).fieldNames()
                    .forEachRemaining(name -> assertThat(used).contains("#/components/" + kind + "/" + name));
        }
    }

    @Test
    void every_operation_shows_an_example_that_keeps_its_schema() {
        List<String> wrong = new ArrayList<>();
        contract.operations().forEach((endpoint, operation) -> {
            wrong.addAll(wrong(endpoint + " request", ApiContract.request(operation)));
            wrong.addAll(wrong(endpoint + " answer", ApiContract.answer(operation)));
        });
        assertThat(wrong).isEmpty();
    }

    private List<String> wrong(String where, JsonNode message) {
        if (message.isMissingNode()) {
            return List.of();
        }
        if (!message.has("example")) {
            return List.of(where + " has no example");
        }
        ObjectNode schema = message.path("schema").deepCopy();
        schema.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema, STRICTLY).validate(message.path("example"))
                .stream().map(violation -> where + ": " + violation).toList();
    }

    private static Set<String> texts(Iterable<JsonNode> nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
    }

    /** What of a document has no description, each by a name that finds it. */
    private static final class Undescribed {

        private final JsonNode document;
        private final Set<String> found = new TreeSet<>();

        private Undescribed(JsonNode document) {
            this.document = document;
        }

        private Set<String> all() {
            need("info", document.path("info"), "description");
            document.path("tags").forEach(tag -> need("tag " + tag.path("name").asText(), tag, "description"));
            document.path("paths").properties().forEach(path -> path.getValue().properties()
                    .forEach(operation -> operation(operation.getKey().toUpperCase() + " " + path.getKey(),
                            operation.getValue())));
            document.at("/components/schemas").properties().forEach(schema -> {
                need(schema.getKey(), schema.getValue(), "description");
                fields(schema.getKey(), schema.getValue());
            });
            return found;
        }

        private void operation(String name, JsonNode operation) {
            List.of("summary", "description").forEach(what -> need(name, operation, what));
            operation.path("parameters").forEach(parameter -> {
                if (!parameter.has("$ref")) {
                    need(name + " " + parameter.path("name").asText(), parameter, "description");
                }
            });
        }

        private void fields(String name, JsonNode schema) {
            schema.path("properties").properties().forEach(field -> {
                need(name + "." + field.getKey(), field.getValue(), "description");
                fields(name + "." + field.getKey(), field.getValue());
            });
            if (schema.has("items")) {
                fields(name + "[]", schema.path("items"));
            }
        }

        private void need(String name, JsonNode thing, String what) {
            if (thing.path(what).asText().isBlank()) {
                found.add(name + (what.equals("description") ? "" : " " + what));
            }
        }
    }
}
