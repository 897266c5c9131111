package it.milanoaiuta.foodhub.outbound.recipe;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A version of a recipe: what a parcel holds for each size of household. It never changes; a new quantity is a new version.
 *
 * @param code names the recipe, over all versions
 * @param version its number, from 1
 * @param inForceFrom first day of hand-over that follows this version, until a newer one is in force
 * @param per whom the quantities are for
 * @param note where the quantities come from
 * @param lines what goes in
 */
public record RecipeView(UUID id, String code, int version, LocalDate inForceFrom, Recipe.Per per, String note,
        List<RecipeLine> lines) {

    static RecipeView of(Recipe recipe) {
        return new RecipeView(recipe.id(), recipe.code(), recipe.version(), recipe.inForceFrom(), recipe.per(), recipe.note(),
                recipe.lines());
    }
}
