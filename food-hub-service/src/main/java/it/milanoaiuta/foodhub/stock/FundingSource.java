package it.milanoaiuta.foodhub.stock;

import jakarta.persistence.Converter;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonCreator;

import it.milanoaiuta.platform.data.OpenColumn;
import it.milanoaiuta.platform.web.OpenValue;

/**
 * Who paid for a lot, for food-aid reporting (ESF+ Annex III): an open list. SURPLUS would have been wasted and was given by a company or
 * an organisation, ESF_PLUS is the European Social Fund Plus, NATIONAL_FUND the national fund for food aid, PURCHASE was bought,
 * COLLECTION given by people or collected from them.
 */
@Schema(type = SchemaType.STRING, pattern = OpenValue.SHAPE, enumeration = {"SURPLUS", "ESF_PLUS", "NATIONAL_FUND", "PURCHASE",
        "COLLECTION"})
public final class FundingSource extends OpenValue {

    /** Where nobody said who paid. */
    public static final FundingSource SURPLUS = new FundingSource("SURPLUS");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FundingSource(String code) {
        super(code);
    }

    /** In tables. */
    @Converter(autoApply = true)
    public static class Column extends OpenColumn<FundingSource> {

        public Column() {
            super(FundingSource::new);
        }
    }
}
