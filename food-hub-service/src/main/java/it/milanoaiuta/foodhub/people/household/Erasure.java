package it.milanoaiuta.foodhub.people.household;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to whoever asks that a household be forgotten: what is gone, and what stays and why (GDPR art. 17). */
@Schema(description = "What was erased of a household, and what stays and why")
public record Erasure(UUID householdId, @Schema(description = "When its key was deleted, the last time") Instant erasedAt,
        List<Erased> erased, List<Stay> stays) {

    /** What cannot be read any more. */
    @Schema(name = "ErasedOfHousehold", description = "CONTACT: name, telephone, e-mail, address, language; LOOK_UP: that it can be found by telephone or e-mail")
    public enum Erased {
        CONTACT, LOOK_UP
    }

    /** What is left, none of which says who it was. */
    @Schema(name = "StaysOfHousehold", description = "CASE: its code, counts by band, area; GOODS: what it was given; READINGS: who read its contact, when and for what")
    public enum What {
        CASE, GOODS, READINGS
    }

    /** The obligation under which it is left. */
    @Schema(name = "WhyItStays", description = "AID_REPORTING: counts of people reached (Reg. 2021/1057, ESF+); FOOD_TRACEABILITY: one step forward (Reg. 178/2002 art. 18); ACCOUNTABILITY: proof of who read what (GDPR art. 5.2)")
    public enum Why {
        AID_REPORTING, FOOD_TRACEABILITY, ACCOUNTABILITY
    }

    /** One thing that stays. */
    @Schema(name = "StayOfHousehold")
    public record Stay(What what, Why why) {}

    static Erasure of(UUID householdId, Instant at) {
        return new Erasure(householdId, at, List.of(Erased.values()), List.of(new Stay(What.CASE, Why.AID_REPORTING),
                new Stay(What.GOODS, Why.FOOD_TRACEABILITY), new Stay(What.READINGS, Why.ACCOUNTABILITY)));
    }
}
