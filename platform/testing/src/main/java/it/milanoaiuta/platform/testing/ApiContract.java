package it.milanoaiuta.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The API's document of the application that is tested, as the build has just made it of the sources. */
final class ApiContract {

    private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final String JSON = "application/json";

    private final JsonNode document;

    ApiContract() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(DOCUMENT)) {
            document = new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** By their endpoints: <code>GET /api/v1/hubs/{}</code>. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> operations
                .put(Endpoints.name(operation.getKey().toUpperCase(), path.getKey()), operation.getValue())));
        return operations;
    }

    /** Of what an operation is sent as JSON; missing, when nothing is. */
    static JsonNode request(JsonNode operation) {
        return operation.path("requestBody").path("content").path(JSON);
    }

    /** Of what an operation answers as JSON when all is well; missing, when it answers nothing. */
    static JsonNode answer(JsonNode operation) {
        return operation.path("responses").properties().stream().filter(answer -> answer.getKey().startsWith("2"))
                .map(answer -> answer.getValue().path("content").path(JSON)).filter(content -> !content.isMissingNode())
                .findFirst().orElse(MissingNode.getInstance());
    }

    /** Behind references. */
    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? resolved(document.at(schema.path("$ref").asText().substring(1))) : schema;
    }

    /** Of a property, where the schema or a part of it has one. */
    Optional<JsonNode> property(JsonNode schema, String name) {
        JsonNode one = resolved(schema);
        if (one.path("properties").has(name)) {
            return Optional.of(one.path("properties").path(name));
        }
        return Stream.of("allOf", "anyOf", "oneOf")
                .flatMap(parts -> StreamSupport.stream(one.path(parts).spliterator(), false))
                .flatMap(part -> property(part, name).stream()).findFirst();
    }
}
