package it.milanoaiuta.platform.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Shows in the API's document what an operation is sent and what it answers: <code>contracts/examples/{operationId}.json</code> of
 * the module, <code>{"request": …, "answer": …}</code>, each where there is one. A test holds that just this is sent and answered.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public class ExamplesInContract implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().values().stream().flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> example(operation.getOperationId()).ifPresent(example -> show(operation, example)));
    }

    private static void show(Operation operation, Map<String, Object> example) {
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), example.get("request"));
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                show(answer.getContent(), example.get("answer"));
            }
        });
    }

    private static void show(Content content, Object example) {
        if (content != null && content.hasMediaType("application/json")) {
            content.getMediaType("application/json").setExample(example);
        }
    }

    private static Optional<Map<String, Object>> example(String operationId) {
        try (InputStream file = Thread.currentThread().getContextClassLoader()
                .getResourceAsStream("contracts/examples/" + operationId + ".json")) {
            return file == null ? Optional.empty() : Optional.of(JSON.readValue(file, new TypeReference<>() {
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(operationId, e);
        }
    }
}
