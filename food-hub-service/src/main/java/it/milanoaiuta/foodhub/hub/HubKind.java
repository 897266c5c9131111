package it.milanoaiuta.foodhub.hub;

import jakarta.persistence.Converter;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonCreator;

import it.milanoaiuta.platform.data.OpenColumn;
import it.milanoaiuta.platform.web.OpenValue;

/** What a hub is for: FRESH_PRODUCE collects fruit and vegetables and shares them out to the others, PARCELS packs parcels. An open list. */
@Schema(type = SchemaType.STRING, pattern = OpenValue.SHAPE, enumeration = {"FRESH_PRODUCE", "PARCELS"})
public final class HubKind extends OpenValue {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HubKind(String code) {
        super(code);
    }

    /** In tables. */
    @Converter(autoApply = true)
    public static class Column extends OpenColumn<HubKind> {

        public Column() {
            super(HubKind::new);
        }
    }
}
