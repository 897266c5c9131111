package it.milanoaiuta.foodhub.hub.help;

import jakarta.persistence.Converter;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonCreator;

import it.milanoaiuta.platform.data.OpenColumn;
import it.milanoaiuta.platform.web.OpenValue;

/** What people are asked to do in a shift: the open list of volunteers-service. */
@Schema(type = SchemaType.STRING, pattern = OpenValue.SHAPE, enumeration = {"HELPER", "DRIVER", "PACKER", "SORTER", "COURIER",
        "INTERPRETER", "LEAD"})
public final class Role extends OpenValue {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Role(String code) {
        super(code);
    }

    /** In tables. */
    @Converter(autoApply = true)
    public static class Column extends OpenColumn<Role> {

        public Column() {
            super(Role::new);
        }
    }
}
