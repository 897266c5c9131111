package it.milanoaiuta.donations.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import it.milanoaiuta.platform.web.InvalidField;

class ItemTest {

    private final Item pasta = item(Unit.PIECE, "0.500", new Conversion(Unit.KG, new BigDecimal("2"), false));
    private final Item apples = item(Unit.KG, "1.000", new Conversion(Unit.PIECE, new BigDecimal("0.200"), true));

    @Test
    void kilograms_of_pasta_are_counted_in_packs() {
        assertEquals(0, new BigDecimal("15").compareTo(pasta.inBaseUnits(new BigDecimal("7.5"), Unit.KG, "lines[0]")));
    }

    @Test
    void half_a_pack_is_refused_in_either_unit() {
        assertEquals("lines[0].quantity", fieldOf(() -> pasta.inBaseUnits(new BigDecimal("0.3"), Unit.KG, "lines[0]")));
        assertEquals("lines[0].quantity", fieldOf(() -> pasta.inBaseUnits(new BigDecimal("1.5"), Unit.PIECE, "lines[0]")));
    }

    @Test
    void two_tenths_of_a_pack_that_make_a_whole_one_are_not() {
        assertEquals(BigDecimal.ONE.setScale(1), pasta.inBaseUnits(new BigDecimal("0.5"), Unit.KG, "lines[0]").setScale(1));
    }

    @Test
    void a_promise_never_uses_a_nominal_weight() {
        assertEquals("lines[3].unit", fieldOf(() -> apples.inBaseUnits(BigDecimal.TEN, Unit.PIECE, "lines[3]")));
    }

    @Test
    void an_unknown_unit_is_refused() {
        assertEquals("lines[0].unit", fieldOf(() -> apples.inBaseUnits(BigDecimal.TEN, Unit.L, "lines[0]")));
    }

    @Test
    void kilograms_go_to_the_gram() {
        assertEquals(new BigDecimal("0.001"), apples.inBaseUnits(new BigDecimal("0.001"), Unit.KG, "lines[0]"));
        assertThrows(InvalidField.class, () -> apples.inBaseUnits(new BigDecimal("0.0001"), Unit.KG, "lines[0]"));
    }

    @Test
    void every_entry_of_the_reference_file_makes_sense() throws Exception {
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        Catalogue catalogue = Catalogue.read(json);
        assertEquals(26, catalogue.items().size());
        for (int i = 0; i < catalogue.items().size(); i++) {
            Catalogue.Entry entry = catalogue.items().get(i);
            assertEquals("0192f000-0000-7000-8000-0000000002%02d".formatted(i + 1), entry.id().toString(), entry.code());
            assertTrue(entry.name().keySet().containsAll(List.of("it", "en", "ar")), entry.code());
            assertTrue(entry.conversions().stream().allMatch(conversion -> conversion.factor().signum() > 0
                    && conversion.unit() != entry.unit()), entry.code());
            assertTrue(entry.unit() != Unit.KG || entry.kgPerUnit().compareTo(BigDecimal.ONE) == 0, entry.code());
            entry.conversions().stream().filter(conversion -> conversion.unit() == Unit.KG)
                    .forEach(conversion -> assertEquals(0,
                            conversion.factor().multiply(entry.kgPerUnit()).compareTo(BigDecimal.ONE), entry.code()));
        }
    }

    private static String fieldOf(Runnable conversion) {
        return assertThrows(InvalidField.class, conversion::run).violations().get(0).field();
    }

    private static Item item(Unit unit, String kgPerUnit, Conversion... conversions) {
        Item item = new Item();
        item.code = "ITEM";
        item.unit = unit;
        item.kgPerUnit = new BigDecimal(kgPerUnit);
        item.conversions = List.of(conversions);
        return item;
    }
}
