package it.milanoaiuta.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What an API's document says to whoever reads nothing else. A module's <code>ContractTest</code>, a Quarkus test, extends this; it
 * is about the document that the build has just made of the sources, which is the committed one once that is written anew.
 */
public abstract class ApiContractRules {

    private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";
    /** What is not described yet: may only become shorter. */
    private static final Path UNDESCRIBED = Path.of("src/test/resources/undescribed.txt");

    private final JsonNode document = read();

    @Test
    void everything_is_described() throws IOException {
        Set<String> undescribed = new Undescribed(document).all();
        Files.write(Path.of("target/undescribed.txt"), undescribed);
        assertThat(undescribed)
                .as("a docstring, or @param, @return in one, describes each (CONTRIBUTING, where things go); what "
                        + "has become described goes from %s, as target/undescribed.txt shows", UNDESCRIBED)
                .isEqualTo(Files.exists(UNDESCRIBED) ? new TreeSet<>(Files.readAllLines(UNDESCRIBED)) : Set.of());
    }

    private static JsonNode read() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(DOCUMENT)) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
