package it.milanoaiuta.gateway.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import it.milanoaiuta.gateway.proxy.Services;

/**
 * The API's document, merged from the services' contracts that the build copied here and from what Quarkus found in this
 * application, and a page to read it on.
 */
@ApplicationScoped
@Path("/api/v1")
public class ApiDocument {

    public record Group(String name, List<Described> operations) {}

    public record Described(String method, String path, String summary, List<Parameter> parameters, String body,
            List<String> answers) {}

    public record Parameter(String name, String in, String type, String description) {}

    @Inject
    Page page;

    private static final String OWN = "META-INF/quarkus-generated-openapi-doc.JSON";

    private final ObjectMapper json = new ObjectMapper();
    private final YAMLMapper yaml = new YAMLMapper();
    private final JsonNode document;

    ApiDocument(Services services) {
        MergedDocument merged = new MergedDocument(json, (part, path) -> part.equals("gateway")
                ? path.startsWith(Services.PREFIX)
                : services.ownerOf(path).filter(part::equals).isPresent());
        merged.with("gateway", read(OWN, json::readTree));
        for (String part : List.of("volunteers", "donations", "food-hub")) {
            merged.with(part, read("contracts/" + part + "/openapi.yaml", file -> json.valueToTree(Yaml.read(file))));
        }
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
                groups.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue())).toList()));
    }

    private static Described described(String path, String method, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> parameters.add(new Parameter(parameter.path("name").asText(),
                parameter.path("in").asText(), type(parameter.path("schema")), parameter.path("description").asText())));
        List<String> answers = new ArrayList<>();
        operation.path("responses").fieldNames().forEachRemaining(answers::add);
        JsonNode body = operation.path("requestBody").path("content").path(MediaType.APPLICATION_JSON).path("schema");
        return new Described(method.toUpperCase(), path, operation.path("summary").asText(), parameters,
                body.isMissingNode() ? null : type(body), answers);
    }

    private static String type(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema.path("type").asText() : reference.substring(reference.lastIndexOf('/') + 1);
    }

    private interface Reader {
        JsonNode read(InputStream file) throws IOException;
    }

    private static JsonNode read(String resource, Reader reader) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return reader.read(Objects.requireNonNull(file, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
