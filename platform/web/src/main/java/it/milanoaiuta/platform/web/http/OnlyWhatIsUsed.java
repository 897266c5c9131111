package it.milanoaiuta.platform.web.http;

import java.util.HashSet;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Drops from the API's document the schemas that nothing refers to: of a type whose fields are written into another one SmallRye
 * leaves its own. SmallRye's option for it would drop what our filters refer to afterwards.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = -1)
public class OnlyWhatIsUsed implements OASFilter {

    private final Set<String> used = new HashSet<>();

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getRef() != null) {
            used.add(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1));
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Set.copyOf(document.getComponents().getSchemas().keySet()).stream().filter(name -> !used.contains(name))
                .forEach(document.getComponents()::removeSchema);
    }
}
