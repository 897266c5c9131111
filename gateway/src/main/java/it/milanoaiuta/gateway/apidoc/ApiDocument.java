package it.milanoaiuta.gateway.apidoc;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import it.milanoaiuta.gateway.ask.Contracts;
import it.milanoaiuta.gateway.ask.Services;
import it.milanoaiuta.gateway.page.Entry;
import it.milanoaiuta.gateway.page.Page;

/**
 * The API's document, merged from the services' contracts that the build copied here and from what Quarkus found in this
 * application, and a page to read it on.
 */
@ApplicationScoped
@Path("/api/v1")
public class ApiDocument {

    @CheckedTemplate(basePath = "apidoc")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance docs(Page page, List<Group> groups, List<Schema> schemas);
    }

    @Singleton
    static class InTheFrame extends Entry {

        InTheFrame() {
            super("/api/v1/docs", 120, page -> page.words(ApiWords.class).api());
        }
    }

    public record Group(String name, List<Described> operations) {}

    public record Described(String method, String path, String summary, String description, List<Parameter> parameters,
            Message body, Message answer, List<String> answers) {}

    /** @param example as it is sent or answered; null for none */
    public record Message(Type type, String example) {}

    /** @param in where it is sent; of a schema's field whether it is required */
    public record Parameter(String name, String in, Type type, String description) {}

    /** @param schema the one it is, or is a list of; null for a plain value */
    public record Type(String name, String schema) {}

    /**
     * @param values of a list
     * @param open whether others may come
     */
    public record Schema(String name, String description, List<Parameter> fields, List<String> values, boolean open) {}

    @Inject
    Page page;

    private static final String OWN = "META-INF/quarkus-generated-openapi-doc.JSON";

    private final ObjectMapper json = new ObjectMapper();
    private final YAMLMapper yaml = new YAMLMapper();
    private final JsonNode document;

    ApiDocument(Services services, Contracts contracts) throws IOException {
        MergedDocument merged = new MergedDocument(json, (part, path) -> part.equals("gateway")
                ? path.startsWith(Services.PREFIX)
                : services.ownerOf(path).filter(part::equals).isPresent());
        try (InputStream own = Thread.currentThread().getContextClassLoader().getResourceAsStream(OWN)) {
            merged.with("gateway", json.readTree(Objects.requireNonNull(own, OWN)));
        }
        contracts.byService().forEach(merged::with);
        document = merged.document();
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public String json() {
        return document.toString();
    }

    @GET
    @Path("openapi.yaml")
    @Produces("application/yaml")
    @Operation(hidden = true)
    public String yaml() throws IOException {
        return yaml.writeValueAsString(document);
    }

    @GET
    @Path("docs")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(hidden = true)
    public String docs() {
        Map<String, List<Described>> groups = new TreeMap<>();
        document.get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> groups
                .computeIfAbsent(operation.getValue().path("tags").path(0).asText("other"), first -> new ArrayList<>())
                .add(described(path.getKey(), operation.getKey(), operation.getValue()))));
        return page.render(Templates.docs(page,
                groups.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue())).toList(), schemas()));
    }

    private List<Schema> schemas() {
        List<Schema> schemas = new ArrayList<>();
        document.at("/components/schemas").fields().forEachRemaining(schema -> {
            List<Parameter> fields = new ArrayList<>();
            schema.getValue().path("properties").fields().forEachRemaining(field -> fields.add(new Parameter(field.getKey(),
                    isRequired(schema.getValue(), field.getKey()) ? "required" : "", type(field.getValue()),
                    field.getValue().path("description").asText())));
            List<String> values = new ArrayList<>();
            boolean open = schema.getValue().has(Contracts.OPEN);
            schema.getValue().path(open ? Contracts.OPEN : "enum").forEach(value -> values.add(value.asText()));
            schemas.add(new Schema(schema.getKey(), schema.getValue().path("description").asText(), fields, values, open));
        });
        return schemas;
    }

    private static boolean isRequired(JsonNode schema, String field) {
        return StreamSupport.stream(schema.path("required").spliterator(), false).anyMatch(name -> name.asText().equals(field));
    }

    private Described described(String path, String method, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> parameters.add(parameter(parameter)));
        List<String> answers = new ArrayList<>();
        operation.path("responses").fieldNames().forEachRemaining(answers::add);
        return new Described(method.toUpperCase(), path, operation.path("summary").asText(),
                operation.path("description").asText(), parameters, json(operation.path("requestBody")),
                StreamSupport.stream(operation.path("responses").spliterator(), false).map(ApiDocument::json)
                        .filter(Objects::nonNull).findFirst().orElse(null),
                answers);
    }

    /** One that operations share is a reference. */
    private Parameter parameter(JsonNode said) {
        JsonNode parameter = said.has("$ref") ? document.at(said.path("$ref").asText().substring(1)) : said;
        return new Parameter(parameter.path("name").asText(), parameter.path("in").asText(), type(parameter.path("schema")),
                parameter.path("description").asText());
    }

    private static Message json(JsonNode message) {
        JsonNode json = message.path("content").path(MediaType.APPLICATION_JSON);
        JsonNode example = json.path("example");
        return json.has("schema")
                ? new Message(type(json.path("schema")), example.isMissingNode() ? null : example.toPrettyString())
                : null;
    }

    private static Type type(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            return new Type(name, name);
        }
        if (schema.has("items")) {
            Type element = type(schema.get("items"));
            return new Type("list of " + element.name(), element.schema());
        }
        JsonNode type = schema.path("type");
        return new Type(type.isArray() ? type.path(0).asText() : type.asText(), null);
    }
}
