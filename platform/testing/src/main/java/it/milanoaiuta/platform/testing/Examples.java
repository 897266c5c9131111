package it.milanoaiuta.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Holds the examples of an API's document, <code>contracts/examples/{operationId}.json</code>, against what a test really sent and was
 * answered: names, kinds and structure must be the same, values may differ. What fits none is written to
 * <code>target/examples</code> as it was met.
 */
public final class Examples {

    private static final Path KEPT = Path.of("contracts/examples");
    private static final Path MET = Path.of("target/examples");
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Exchange(JsonNode request, JsonNode answer) {

        private int size() {
            return request.toString().length() + answer.toString().length();
        }
    }

    private final ApiContract contract = new ApiContract();
    private final Map<String, List<Exchange>> met = new HashMap<>();

    /**
     * Something was sent and answered as asked.
     *
     * @param path with the names of its parameters in place of their values
     * @param request as JSON, or what becomes it; null for none
     * @param answer as JSON; empty for none
     */
    public void met(String method, String path, Object request, String answer) {
        met.computeIfAbsent(Endpoints.name(method, path), first -> new ArrayList<>())
                .add(new Exchange(sent(request), read(answer)));
    }

    private static JsonNode sent(Object request) {
        if (request == null) {
            return MissingNode.getInstance();
        }
        return request instanceof String json ? read(json) : JSON.convertValue(request, JsonNode.class);
    }

    /** What is wrong with each of the operations' examples. */
    public List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        contract.operations().forEach((endpoint, operation) -> {
            JsonNode request = ApiContract.request(operation).path("schema");
            JsonNode answer = ApiContract.answer(operation).path("schema");
            if (!request.isMissingNode() || !answer.isMissingNode()) {
                wrong.addAll(wrong(endpoint, operation.path("operationId").asText(), request, answer));
            }
        });
        return wrong;
    }

    private List<String> wrong(String endpoint, String id, JsonNode request, JsonNode answer) {
        List<Exchange> exchanges = met.getOrDefault(endpoint, List.of());
        if (exchanges.isEmpty()) {
            return List.of(id + " is sent by no test");
        }
        JsonNode example = kept(id);
        List<String> closest = exchanges.stream().map(exchange -> {
            Likeness likeness = new Likeness(contract);
            likeness.compare("request", example.path("request"), exchange.request, request);
            likeness.compare("answer", example.path("answer"), exchange.answer, answer);
            return likeness.differences();
        }).min(Comparator.comparingInt(List::size)).orElseThrow();
        if (!closest.isEmpty()) {
            write(id, exchanges.stream().max(Comparator.comparingInt(Exchange::size)).orElseThrow(), request, answer);
        }
        return closest.stream().map(difference -> "%s: %s; see target/examples/%s.json".formatted(endpoint, difference, id))
                .toList();
    }

    private static JsonNode kept(String id) {
        Path file = KEPT.resolve(id + ".json");
        try {
            return Files.exists(file) ? JSON.readTree(file.toFile()) : MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String id, Exchange exchange, JsonNode request, JsonNode answer) {
        ObjectNode example = JSON.createObjectNode();
        if (!request.isMissingNode() && !exchange.request.isMissingNode()) {
            example.set("request", withoutNulls(exchange.request));
        }
        if (!answer.isMissingNode()) {
            example.set("answer", withoutNulls(exchange.answer));
        }
        try {
            Files.createDirectories(MET);
            Files.writeString(MET.resolve(id + ".json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No schema of ours says null: that a field may be is said in words. Of a list the first two are enough. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node.isArray()) {
            var some = JSON.createArrayNode();
            for (int i = 0; i < Math.min(node.size(), 2); i++) {
                some.add(withoutNulls(node.get(i)));
            }
            return some;
        }
        if (node.isObject()) {
            ObjectNode copy = JSON.createObjectNode();
            node.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    copy.set(field.getKey(), withoutNulls(field.getValue()));
                }
            });
            return copy;
        }
        return node;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
