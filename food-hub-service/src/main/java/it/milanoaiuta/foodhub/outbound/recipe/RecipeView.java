package it.milanoaiuta.foodhub.outbound.recipe;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A version of a recipe: what a parcel holds for each size of household")
public record RecipeView(UUID id, String code, int version,
        @Schema(description = "First day of hand-over that follows this version") LocalDate inForceFrom,
        @Schema(description = "INFANT: once for each member of the band 0–2, no parcel without one") Recipe.Per per,
        @Schema(description = "Where the quantities come from") String note, List<RecipeLine> lines) {

    static RecipeView of(Recipe recipe) {
        return new RecipeView(recipe.id(), recipe.code(), recipe.version(), recipe.inForceFrom(), recipe.per(), recipe.note(),
                recipe.lines());
    }
}
