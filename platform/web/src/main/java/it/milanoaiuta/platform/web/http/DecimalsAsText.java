package it.milanoaiuta.platform.web.http;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Says in the API's document what JSON carries: an exact decimal (BigDecimal) travels as a string. Whole numbers and floating
 * ones, which have a format, stay numbers. Bounds and the number of decimals stay beside it: they are meant of the value that
 * is written.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DecimalsAsText implements OASFilter {

    @Override
    public Schema filterSchema(Schema schema) {
        if (List.of(SchemaType.NUMBER).equals(schema.getType()) && schema.getFormat() == null) {
            schema.setType(List.of(SchemaType.STRING));
            schema.setFormat("decimal");
        }
        return schema;
    }
}
