package it.milanoaiuta.volunteers.opportunity;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonCreator;

import it.milanoaiuta.platform.web.OpenValue;

/** What somebody must be able to do or hold: an open list. */
@Schema(type = SchemaType.STRING, pattern = OpenValue.SHAPE, enumeration = {"DRIVING_LICENCE_B", "OWN_VEHICLE", "FOOD_HANDLING",
        "FORKLIFT", "FIRST_AID", "INTERPRETING", "TEACHING", "COMPUTERS", "HEALTH_CARE", "LEGAL_ADVICE"})
public final class Skill extends OpenValue {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Skill(String code) {
        super(code);
    }
}
