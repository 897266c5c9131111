package it.milanoaiuta.foodhub.outbound.parcel;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.outbound.recipe.Recipe;
import it.milanoaiuta.foodhub.stock.Wanted;
import it.milanoaiuta.platform.web.InvalidField;

/** What stands in for which items of a recipe while it is packed. */
class Substitutions {

    private final Map<UUID, Substitution> byItem;
    private final Map<UUID, Item> items;

    /**
     * @param items those that are known
     * @throws InvalidField for an item that the recipe has not, and for an unknown or useless substitute
     */
    Substitutions(List<Substitution> asked, Recipe recipe, Map<UUID, Item> items) {
        Set<UUID> ofRecipe = recipe.lines().stream().map(line -> line.itemId()).collect(Collectors.toSet());
        for (int i = 0; i < asked.size(); i++) {
            Substitution one = asked.get(i);
            mustBe(ofRecipe.contains(one.itemId()), "substitutions[" + i + "].itemId", "not-in-recipe");
            mustBe(items.containsKey(one.substituteId()), "substitutions[" + i + "].substituteId", "unknown-item");
            mustBe(!one.itemId().equals(one.substituteId()), "substitutions[" + i + "].substituteId", "substitute-for-itself");
            mustBe(recipe.per() == Recipe.Per.INFANT || !items.get(one.substituteId()).isForInfants(),
                    "substitutions[" + i + "].substituteId", "infants-only");
        }
        this.byItem = asked.stream().collect(Collectors.toMap(Substitution::itemId, Function.identity()));
        this.items = items;
    }

    private static void mustBe(boolean right, String field, String code) {
        if (!right) {
            throw new InvalidField(field, code);
        }
    }

    /**
     * What stands in for so much of an item.
     *
     * @param exclusions what the household does not take
     * @return empty when nothing does
     */
    Optional<Wanted> instead(UUID itemId, BigDecimal quantity, Collection<UUID> exclusions) {
        return Optional.ofNullable(byItem.get(itemId)).filter(one -> !exclusions.contains(one.substituteId()))
                .map(one -> one.instead(quantity, items.get(one.substituteId())));
    }
}
