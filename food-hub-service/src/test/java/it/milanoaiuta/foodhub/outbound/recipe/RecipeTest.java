package it.milanoaiuta.foodhub.outbound.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import it.milanoaiuta.foodhub.copies.item.Unit;

class RecipeTest {

    static final List<Recipe> FILE = LoadingRecipes.read(new ObjectMapper().registerModule(new JavaTimeModule()));

    @Test
    void theFreshKitIsFourApplesFourOrangesFivePotatoesACabbageAndTwoOnions() {
        assertEquals(Map.of(210, 4, 211, 4, 212, 5, 213, 1, 214, 2), pieces(recipe("FRESH_KIT").portionsFor(3, 0)));
    }

    @Test
    void theFreshKitIsDoubledForMoreThanThree() {
        assertEquals(Map.of(210, 8, 211, 8, 212, 10, 213, 2, 214, 4), pieces(recipe("FRESH_KIT").portionsFor(4, 0)));
    }

    @ParameterizedTest
    @CsvSource({"1, ONE", "2, TWO_OR_THREE", "3, TWO_OR_THREE", "4, OVER_THREE", "20, OVER_THREE"})
    void householdsComeInThreeSizes(int members, HouseholdSize size) {
        assertEquals(size, HouseholdSize.of(members));
    }

    @Test
    void infantProductsAreOncePerInfantWhateverTheSize() {
        assertEquals(Map.of(216, 2, 217, 2), pieces(recipe("INFANT").portionsFor(7, 2)));
    }

    @Test
    void withoutAnInfantThereAreNoInfantProducts() {
        assertTrue(recipe("INFANT").portionsFor(5, 0).isEmpty());
    }

    @Test
    void theBaseParcelOfTwoOrThreeWeighsAboutSixteenKilos() {
        Map<Integer, BigDecimal> kgPerPiece = Map.of(201, kg("0.5"), 202, kg("1"), 203, kg("0.4"), 204, kg("0.24"), 205,
                kg("0.7"),
                206, kg("0.7"), 207, kg("1"), 208, kg("1"), 209, kg("1"));
        BigDecimal weight = recipe("BASE").portionsFor(3, 0).stream()
                .map(portion -> portion.quantity().multiply(kgPerPiece.get(number(portion))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(new BigDecimal("16.16"), weight.setScale(2));
    }

    @Test
    void everyVersionHasItsOwnFixedId() {
        assertEquals(FILE.size(), FILE.stream().map(recipe -> recipe.id).distinct().count());
        assertEquals(Recipe.idOf("FRESH_KIT", 1), recipe("FRESH_KIT").id);
    }

    private static Recipe recipe(String code) {
        return FILE.stream().filter(recipe -> recipe.code.equals(code)).findAny().orElseThrow();
    }

    private static Map<Integer, Integer> pieces(List<Recipe.Portion> portions) {
        assertTrue(portions.stream().allMatch(portion -> portion.unit() == Unit.PIECE));
        return portions.stream().collect(Collectors.toMap(RecipeTest::number, portion -> portion.quantity().intValueExact()));
    }

    private static int number(Recipe.Portion portion) {
        return (int) Long.parseLong(portion.itemId().toString().substring(33));
    }

    private static BigDecimal kg(String value) {
        return new BigDecimal(value);
    }
}
