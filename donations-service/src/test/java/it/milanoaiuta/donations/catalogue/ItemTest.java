package it.milanoaiuta.donations.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.InvalidField;

class ItemTest {

    private final Item pasta = item(Unit.PIECE, "0.500", new Conversion(Unit.KG, new BigDecimal("2"), false));
    private final Item apples = item(Unit.KG, "1.000", new Conversion(Unit.PIECE, new BigDecimal("0.200"), true));

    @Test
    void kilograms_of_pasta_are_counted_in_packs() {
        assertThat(new BigDecimal("15").compareTo(pasta.inBaseUnits(new BigDecimal("7.5"), Unit.KG, "lines[0]"))).isEqualTo(0);
    }

    @Test
    void half_a_pack_is_refused_in_either_unit() {
        assertThat(fieldOf(() -> pasta.inBaseUnits(new BigDecimal("0.3"), Unit.KG, "lines[0]"))).isEqualTo("lines[0].quantity");
        assertThat(fieldOf(() -> pasta.inBaseUnits(new BigDecimal("1.5"), Unit.PIECE, "lines[0]")))
                .isEqualTo("lines[0].quantity");
    }

    @Test
    void two_tenths_of_a_pack_that_make_a_whole_one_are_not() {
        assertThat(pasta.inBaseUnits(new BigDecimal("0.5"), Unit.KG, "lines[0]").setScale(1))
                .isEqualTo(BigDecimal.ONE.setScale(1));
    }

    @Test
    void a_promise_never_uses_a_nominal_weight() {
        assertThat(fieldOf(() -> apples.inBaseUnits(BigDecimal.TEN, Unit.PIECE, "lines[3]"))).isEqualTo("lines[3].unit");
    }

    @Test
    void an_unknown_unit_is_refused() {
        assertThat(fieldOf(() -> apples.inBaseUnits(BigDecimal.TEN, Unit.L, "lines[0]"))).isEqualTo("lines[0].unit");
    }

    @Test
    void kilograms_go_to_the_gram() {
        assertThat(apples.inBaseUnits(new BigDecimal("0.001"), Unit.KG, "lines[0]")).isEqualTo(new BigDecimal("0.001"));
        assertThatThrownBy(() -> apples.inBaseUnits(new BigDecimal("0.0001"), Unit.KG, "lines[0]"))
                .isInstanceOf(InvalidField.class);
    }

    @Test
    void every_entry_of_the_reference_file_makes_sense() throws Exception {
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        Catalogue catalogue = Catalogue.read(json);
        assertThat(catalogue.items()).hasSize(26);
        for (int i = 0; i < catalogue.items().size(); i++) {
            Catalogue.Entry entry = catalogue.items().get(i);
            assertThat(entry.id().toString()).as(entry.code())
                    .isEqualTo("0192f000-0000-7000-8000-0000000002%02d".formatted(i + 1));
            assertThat(entry.name().keySet().containsAll(List.of("it", "en", "ar"))).as(entry.code()).isTrue();
            assertThat(entry.conversions().stream().allMatch(conversion -> conversion.factor().signum() > 0
                    && conversion.unit() != entry.unit())).as(entry.code()).isTrue();
            assertThat(entry.unit() != Unit.KG || entry.kgPerUnit().compareTo(BigDecimal.ONE) == 0).as(entry.code()).isTrue();
            entry.conversions().stream().filter(conversion -> conversion.unit() == Unit.KG)
                    .forEach(conversion -> assertThat(conversion.factor().multiply(entry.kgPerUnit()).compareTo(BigDecimal.ONE))
                            .as(entry.code()).isEqualTo(0));
        }
    }

    private static String fieldOf(Runnable conversion) {
        return catchThrowableOfType(InvalidField.class, conversion::run).violations().get(0).field();
    }

    private static Item item(Unit unit, String kgPerUnit, Conversion... conversions) {
        return Item
                .listed(new Catalogue.Entry(Ids.next(), "ITEM", new Category("FOOD"), Map.of(), unit, new BigDecimal(kgPerUnit),
                        StorageClass.AMBIENT, DateKind.NONE, null, 0, List.of(conversions), null, null));
    }
}
