package it.milanoaiuta.foodhub.people.household;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was erased of a household, and what stays and why (GDPR art. 17).
 *
 * @param erasedAt when its key was deleted, the last time
 * @param erased what cannot be read any more
 * @param stays what is left, none of which says who it was
 */
public record Erasure(UUID householdId, Instant erasedAt, List<Erased> erased, List<Stay> stays) {

    /** What cannot be read any more. */
    @Schema(name = "ErasedOfHousehold")
    public enum Erased {
        /** Name, telephone, e-mail, address, language. */
        CONTACT,
        /** That it can be found by telephone or e-mail. */
        LOOK_UP
    }

    /** What is left, none of which says who it was. */
    @Schema(name = "StaysOfHousehold")
    public enum What {
        /** Its code, counts by band, area. */
        CASE,
        /** What it was given. */
        GOODS,
        /** Who read its contact, when and for what. */
        READINGS
    }

    /** The obligation under which it is left. */
    @Schema(name = "WhyItStays")
    public enum Why {
        /** Counts of people reached (Reg. 2021/1057, ESF+). */
        AID_REPORTING,
        /** One step forward (Reg. 178/2002 art. 18). */
        FOOD_TRACEABILITY,
        /** Proof of who read what (GDPR art. 5.2). */
        ACCOUNTABILITY
    }

    /**
     * One thing that stays.
     *
     * @param what stays
     * @param why the obligation under which it does
     */
    @Schema(name = "StayOfHousehold")
    public record Stay(What what, Why why) {}

    static Erasure of(UUID householdId, Instant at) {
        return new Erasure(householdId, at, List.of(Erased.values()), List.of(new Stay(What.CASE, Why.AID_REPORTING),
                new Stay(What.GOODS, Why.FOOD_TRACEABILITY), new Stay(What.READINGS, Why.ACCOUNTABILITY)));
    }
}
