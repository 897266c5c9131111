package it.milanoaiuta.donations.catalogue;

import jakarta.persistence.Converter;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonCreator;

import it.milanoaiuta.platform.data.OpenColumn;
import it.milanoaiuta.platform.web.OpenValue;

/**
 * What sort of thing an item is: an open list. FOOD is food and drink, HYGIENE soap, washing and cleaning, INFANT for babies (milk and
 * food as well as nappies), DEVICE electronic devices, one asset a piece, PPE personal protective equipment: masks, gloves. Whether
 * people eat or drink it says the item itself.
 */
@Schema(type = SchemaType.STRING, pattern = OpenValue.SHAPE, enumeration = {"FOOD", "HYGIENE", "INFANT", "DEVICE", "PPE"})
public final class Category extends OpenValue {

    private static final String FOOD = "FOOD";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Category(String code) {
        super(code);
    }

    /** Whether people eat or drink it, where an item of it says nothing else. */
    boolean isFood() {
        return FOOD.equals(code());
    }

    /** In tables. */
    @Converter(autoApply = true)
    public static class Column extends OpenColumn<Category> {

        public Column() {
            super(Category::new);
        }
    }
}
