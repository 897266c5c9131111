package it.milanoaiuta.platform.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What means the same wherever it is met, in <code>glossary.properties</code>: types that are not ours by their schema's name, properties and
 * parameters by theirs. It speaks only of what nobody else has described. A property of a type of our own that says nothing of
 * itself is at least what its type is.
 */
final class Glossary {

    private static final Properties WORDS = read();
    /** Their meaning is a form: what such a property is, only the record can say. */
    private static final List<String> FORMS = List.of("UUID", "Instant", "LocalDate");

    private Glossary() {}

    static void describe(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        schemas.forEach((name, schema) -> {
            if (schema.getDescription() == null) {
                schema.setDescription(WORDS.getProperty("schema." + name));
            }
        });
        schemas.values().forEach(schema -> describe(schema, schemas));
        document.getPaths().getPathItems().values().stream().flatMap(path -> path.getOperations().values().stream())
                .flatMap(Glossary::parameters).forEach(Glossary::describe);
    }

    private static void describe(Schema schema, Map<String, Schema> schemas) {
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                if (property.getDescription() == null) {
                    property.setDescription(WORDS.getProperty("property." + name, ofType(property, schemas)));
                }
                describe(property, schemas);
            });
        }
        if (schema.getItems() != null) {
            describe(schema.getItems(), schemas);
        }
    }

    private static String ofType(Schema property, Map<String, Schema> schemas) {
        Schema one = property.getItems() == null ? property : property.getItems();
        String name = one.getRef() == null ? "" : one.getRef().substring(one.getRef().lastIndexOf('/') + 1);
        String said = FORMS.contains(name) || !schemas.containsKey(name) ? null : schemas.get(name).getDescription();
        return said == null ? null : Sentence.first(said.lines().findFirst().orElse(""));
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? Stream.empty() : operation.getParameters().stream();
    }

    private static void describe(Parameter parameter) {
        if (parameter.getRef() == null && parameter.getDescription() == null) {
            parameter.setDescription(WORDS.getProperty("parameter." + parameter.getName()));
        }
    }

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream file = Glossary.class.getResourceAsStream("glossary.properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
