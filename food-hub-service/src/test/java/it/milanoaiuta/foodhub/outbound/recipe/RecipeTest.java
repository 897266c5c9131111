package it.milanoaiuta.foodhub.outbound.recipe;

import static org.assertj.core.api.Assertions.assertThat;

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
    void the_fresh_kit_is_four_apples_four_oranges_five_potatoes_a_cabbage_and_two_onions() {
        assertThat(pieces(recipe("FRESH_KIT").portionsFor(3, 0))).isEqualTo(Map.of(210, 4, 211, 4, 212, 5, 213, 1, 214, 2));
    }

    @Test
    void the_fresh_kit_is_doubled_for_more_than_three() {
        assertThat(pieces(recipe("FRESH_KIT").portionsFor(4, 0))).isEqualTo(Map.of(210, 8, 211, 8, 212, 10, 213, 2, 214, 4));
    }

    @ParameterizedTest
    @CsvSource({"1, ONE", "2, TWO_OR_THREE", "3, TWO_OR_THREE", "4, OVER_THREE", "20, OVER_THREE"})
    void households_come_in_three_sizes(int members, HouseholdSize size) {
        assertThat(HouseholdSize.of(members)).isEqualTo(size);
    }

    @Test
    void infant_products_are_once_per_infant_whatever_the_size() {
        assertThat(pieces(recipe("INFANT").portionsFor(7, 2))).isEqualTo(Map.of(216, 2, 217, 2));
    }

    @Test
    void without_an_infant_there_are_no_infant_products() {
        assertThat(recipe("INFANT").portionsFor(5, 0)).isEmpty();
    }

    @Test
    void the_base_parcel_of_two_or_three_weighs_about_sixteen_kilos() {
        Map<Integer, BigDecimal> kgPerPiece = Map.of(201, kg("0.5"), 202, kg("1"), 203, kg("0.4"), 204, kg("0.24"), 205,
                kg("0.7"),
                206, kg("0.7"), 207, kg("1"), 208, kg("1"), 209, kg("1"));
        BigDecimal weight = recipe("BASE").portionsFor(3, 0).stream()
                .map(portion -> portion.quantity().multiply(kgPerPiece.get(number(portion))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(weight.setScale(2)).isEqualTo(new BigDecimal("16.16"));
    }

    @Test
    void every_version_has_its_own_fixed_id() {
        assertThat(FILE.stream().map(recipe -> recipe.id()).distinct().count()).isEqualTo(FILE.size());
        assertThat(recipe("FRESH_KIT").id()).isEqualTo(Recipe.idOf("FRESH_KIT", 1));
    }

    private static Recipe recipe(String code) {
        return FILE.stream().filter(recipe -> recipe.code().equals(code)).findAny().orElseThrow();
    }

    private static Map<Integer, Integer> pieces(List<Recipe.Portion> portions) {
        assertThat(portions.stream().allMatch(portion -> portion.unit() == Unit.PIECE)).isTrue();
        return portions.stream().collect(Collectors.toMap(RecipeTest::number, portion -> portion.quantity().intValueExact()));
    }

    private static int number(Recipe.Portion portion) {
        return (int) Long.parseLong(portion.itemId().toString().substring(33));
    }

    private static BigDecimal kg(String value) {
        return new BigDecimal(value);
    }
}
