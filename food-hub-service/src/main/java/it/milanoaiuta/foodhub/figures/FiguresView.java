package it.milanoaiuta.foodhub.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.foodhub.household.Band;

/** What the hubs took in and handed over in a period, both days included (Europe/Rome). */
@Schema(name = "FoodHubFigures")
public record FiguresView(LocalDate from, LocalDate to, Instant asOf, Total total,
        @Schema(description = "Kilograms of food told as one meal, each from a day on: meals are a conversion, not a count") List<MealFactor> mealFactors,
        @Schema(description = "By day and hub; days on which a hub did nothing are left out") List<HubDay> days) {

    /** People and households are distinct cases in the period: not the sum of the days. */
    @Schema(name = "FoodHubTotal")
    public record Total(BigDecimal kgIn, BigDecimal kgHandedOver,
            @Schema(description = "Of kgHandedOver what is food, from which meals are told") BigDecimal kgFoodHandedOver,
            long meals, long households, long people, List<BandFigure> bands, long parcelsPacked, long parcelsHandedOver) {}

    /** Members of the distinct cases in one age band. */
    public record BandFigure(Band band, long female, long male, long notStated) {}

    public record MealFactor(LocalDate from, BigDecimal kgPerMeal) {}

    public record HubDay(LocalDate day, UUID hubId, BigDecimal kgIn, BigDecimal kgHandedOver, BigDecimal kgFoodHandedOver,
            long meals, long households, long people, long parcelsPacked, long parcelsHandedOver) {}
}
