package it.milanoaiuta.platform.web.http;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import it.milanoaiuta.platform.web.OpenValue;

/**
 * Says in the API's document which lists are open: those that give {@link OpenValue#SHAPE} beside their values. Their values become
 * <code>x-extensible-enum</code>, so that no reader takes them for all there will ever be. Source: ADR 016.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OpenListsInContract implements OASFilter {

    static final String KNOWN = "x-extensible-enum";

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getEnumeration() != null && OpenValue.SHAPE.equals(schema.getPattern())) {
            schema.addExtension(KNOWN, schema.getEnumeration());
            schema.setEnumeration(null);
        }
        return schema;
    }
}
