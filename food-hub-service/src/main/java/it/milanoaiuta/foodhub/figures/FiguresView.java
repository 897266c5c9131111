package it.milanoaiuta.foodhub.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import it.milanoaiuta.foodhub.people.household.Band;

/**
 * What the hubs took in and handed over in a period, both days included (Europe/Rome).
 *
 * @param from first day
 * @param to last day, included
 * @param asOf when it was read
 * @param total of the whole city and period
 * @param mealFactors kilograms of food told as one meal, each from a day on: meals are a conversion, not a count
 * @param days by day and hub; days on which a hub did nothing are left out. Empty when they are asked for by steps
 * @param periods the whole city by day, week or month, as asked for, those in which nothing happened left out; null when not
 *        asked for
 * @param hubs the whole period by hub, those that did nothing left out; null when no steps are asked for
 */
@Schema(name = "FoodHubFigures")
public record FiguresView(LocalDate from, LocalDate to, Instant asOf, Total total, List<MealFactor> mealFactors,
        List<HubDay> days, List<Period> periods, List<OfHub> hubs) {

    /**
     * Kilograms of goods of every kind, to the gram.
     *
     * @param kg of everything
     * @param ofItFood food, infant milk too; nappies and tablets are none
     */
    @Schema(name = "Kilograms")
    public record Kilograms(BigDecimal kg, BigDecimal ofItFood) {}

    /**
     * What was done, in one step or by one hub; people and households are distinct cases in it.
     *
     * @param takenIn from donors and suppliers, not from other hubs
     * @param handedOver reached households or organisations
     * @param meals of handedOver.ofItFood alone, by the factors beside, rounded down
     * @param households distinct cases that got something
     * @param people members of those cases
     * @param parcelsPacked packed, less unpacked
     * @param parcelsHandedOver that reached a household
     */
    @Schema(name = "FoodHubDone")
    public record Done(Kilograms takenIn, Kilograms handedOver, long meals, long households, long people, long parcelsPacked,
            long parcelsHandedOver) {}

    /**
     * One step, cut to the period asked for.
     *
     * @param from its first day, Europe/Rome
     * @param to its last day, included
     */
    @Schema(name = "FoodHubPeriod")
    public record Period(LocalDate from, LocalDate to, @JsonUnwrapped Done done) {}

    /** What one hub did in the whole period. */
    @Schema(name = "FoodHubOfHub")
    public record OfHub(UUID hubId, @JsonUnwrapped Done done) {}

    /**
     * The whole city in the whole period. People and households are distinct cases in it: not the sum of the days.
     *
     * @param takenIn from donors and suppliers, not from other hubs
     * @param handedOver reached households or organisations
     * @param kgIn takenIn.kg, to the gram
     * @param kgHandedOver handedOver.kg, to the gram
     * @param kgFoodHandedOver of kgHandedOver what is food, from which meals are told
     * @param meals of the food alone, by the factors beside, rounded down
     * @param households distinct cases that got something
     * @param people members of those cases
     * @param bands the same people by age band
     * @param parcelsPacked packed, less unpacked
     * @param parcelsHandedOver that reached a household
     */
    @Schema(name = "FoodHubTotal")
    public record Total(Kilograms takenIn, Kilograms handedOver, BigDecimal kgIn, BigDecimal kgHandedOver,
            BigDecimal kgFoodHandedOver, long meals, long households, long people, List<BandFigure> bands, long parcelsPacked,
            long parcelsHandedOver) {}

    /**
     * Members of the distinct cases in one age band.
     *
     * @param band the age band
     * @param female people
     * @param male people
     * @param notStated people whose sex was not said
     */
    public record BandFigure(Band band, long female, long male, long notStated) {}

    /**
     * Kilograms of food that are told as one meal.
     *
     * @param from the day from which it holds, until the next one
     * @param kgPerMeal kilograms
     */
    public record MealFactor(LocalDate from, BigDecimal kgPerMeal) {}

    /**
     * What one hub did on one day.
     *
     * @param day Europe/Rome
     * @param kgIn kilograms from donors and suppliers, not from other hubs, to the gram
     * @param kgHandedOver kilograms that reached households or organisations
     * @param kgFoodHandedOver of kgHandedOver what is food
     * @param meals of the food alone, by the day's factor, rounded down
     * @param households distinct cases that got something that day
     * @param people members of those cases
     * @param parcelsPacked packed, less unpacked
     * @param parcelsHandedOver that reached a household
     */
    public record HubDay(LocalDate day, UUID hubId, BigDecimal kgIn, BigDecimal kgHandedOver, BigDecimal kgFoodHandedOver,
            long meals, long households, long people, long parcelsPacked, long parcelsHandedOver) {}
}
