package it.milanoaiuta.foodhub.hub.help;

import jakarta.persistence.Converter;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonCreator;

import it.milanoaiuta.platform.data.OpenColumn;
import it.milanoaiuta.platform.web.OpenValue;

/** What a hub asks people to do: an open list that every screen shows in the reader's language. */
@Schema(name = "Task", type = SchemaType.STRING, pattern = OpenValue.SHAPE, enumeration = {"SORTING", "PACKING", "DELIVERY",
        "DRIVING"})
public final class HelpTask extends OpenValue {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HelpTask(String code) {
        super(code);
    }

    /** In tables. */
    @Converter(autoApply = true)
    public static class Column extends OpenColumn<HelpTask> {

        public Column() {
            super(HelpTask::new);
        }
    }
}
