package it.milanoaiuta.foodhub.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import it.milanoaiuta.foodhub.people.household.Band;

/** What the hubs took in and handed over in a period, both days included (Europe/Rome). */
@Schema(name = "FoodHubFigures")
public record FiguresView(LocalDate from, LocalDate to, Instant asOf, Total total,
        @Schema(description = "Kilograms of food told as one meal, each from a day on: meals are a conversion, not a count") List<MealFactor> mealFactors,
        @Schema(description = "By day and hub; days on which a hub did nothing are left out. Empty when they are asked for by steps") List<HubDay> days,
        @Schema(description = "The whole city by day, week or month, as asked for, those in which nothing happened left out; null when not asked for") List<Period> periods,
        @Schema(description = "The whole period by hub, those that did nothing left out; null when no steps are asked for") List<OfHub> hubs) {

    /** Kilograms of goods of every kind. */
    @Schema(name = "Kilograms")
    public record Kilograms(BigDecimal kg,
            @Schema(description = "Food, infant milk too; nappies and tablets are none") BigDecimal ofItFood) {}

    /** What was done, of one step or one hub; people and households are distinct cases in it. */
    @Schema(name = "FoodHubDone")
    public record Done(Kilograms takenIn, Kilograms handedOver,
            @Schema(description = "Of handedOver.ofItFood alone, by the factors beside") long meals, long households,
            long people, long parcelsPacked, long parcelsHandedOver) {}

    /** One step, cut to the period asked for. */
    @Schema(name = "FoodHubPeriod")
    public record Period(LocalDate from, LocalDate to, @JsonUnwrapped Done done) {}

    @Schema(name = "FoodHubOfHub")
    public record OfHub(UUID hubId, @JsonUnwrapped Done done) {}

    /** People and households are distinct cases in the period: not the sum of the days. */
    @Schema(name = "FoodHubTotal")
    public record Total(Kilograms takenIn, Kilograms handedOver, BigDecimal kgIn, BigDecimal kgHandedOver,
            @Schema(description = "Of kgHandedOver what is food, from which meals are told") BigDecimal kgFoodHandedOver,
            long meals, long households, long people, List<BandFigure> bands, long parcelsPacked, long parcelsHandedOver) {}

    /** Members of the distinct cases in one age band. */
    public record BandFigure(Band band, long female, long male, long notStated) {}

    public record MealFactor(LocalDate from, BigDecimal kgPerMeal) {}

    public record HubDay(LocalDate day, UUID hubId, BigDecimal kgIn, BigDecimal kgHandedOver, BigDecimal kgFoodHandedOver,
            long meals, long households, long people, long parcelsPacked, long parcelsHandedOver) {}
}
