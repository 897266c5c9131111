package it.milanoaiuta.volunteers.opportunity;

import jakarta.persistence.Converter;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonCreator;

import it.milanoaiuta.platform.data.OpenColumn;
import it.milanoaiuta.platform.web.OpenValue;

/**
 * What the help is: an open list that every screen shows in the reader's language. DELIVERY brings goods to households,
 * DISTRIBUTION hands them out at a place, COMPANY is keeping somebody company, SANITATION is cleaning.
 */
@Schema(type = SchemaType.STRING, pattern = OpenValue.SHAPE, enumeration = {"SORTING", "PACKING", "DELIVERY", "DRIVING",
        "DISTRIBUTION", "RECEPTION", "PHONE_LINE", "COMPANY", "TEACHING", "INTERPRETING", "STREET_UNIT", "SANITATION"})
public final class Task extends OpenValue {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Task(String code) {
        super(code);
    }

    /** In tables. */
    @Converter(autoApply = true)
    public static class Column extends OpenColumn<Task> {

        public Column() {
            super(Task::new);
        }
    }
}
