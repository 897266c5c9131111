package it.milanoaiuta.platform.web.http;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * The methods behind the operations of an API's document, for what their annotations say. They are found by operation id,
 * which is <code>Class_method</code> (<code>quarkus.smallrye-openapi.operation-id-strategy</code>).
 */
public final class Endpoints {

    private final Map<String, MethodInfo> methods = new HashMap<>();

    public Endpoints(IndexView index) {
        index.getAnnotations(Path.class).stream().filter(path -> path.target().kind() == AnnotationTarget.Kind.CLASS)
                .map(path -> path.target().asClass()).forEach(this::add);
    }

    private void add(ClassInfo resource) {
        resource.methods().forEach(method -> methods.put(resource.name().withoutPackagePrefix() + "_" + method.name(), method));
    }

    /**
     * @throws IllegalStateException when two operations have one id, or one has an id that tells no method: the build fails
     *         rather than writing a document of which no client can be made
     */
    public void each(OpenAPI document, BiConsumer<Operation, MethodInfo> visit) {
        Set<String> seen = new HashSet<>();
        document.getPaths().getPathItems().values().stream().flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> visit.accept(operation, method(operation.getOperationId(), seen)));
    }

    private MethodInfo method(String operationId, Set<String> seen) {
        if (!seen.add(operationId)) {
            throw new IllegalStateException("two operations of the API have the id " + operationId);
        }
        if (!methods.containsKey(operationId)) {
            throw new IllegalStateException("no method of a resource is called " + operationId);
        }
        return methods.get(operationId);
    }
}
