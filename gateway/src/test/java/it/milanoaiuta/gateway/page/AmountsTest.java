package it.milanoaiuta.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({"it, FREE_PLACE, 0, 0 posti liberi", "it, FREE_PLACE, 1, 1 posto libero", "it, FREE_PLACE, 2, 2 posti liberi",
            "it, PIECE, 1.000, 1 pezzo", "it, PIECE, 21, 21 pezzi", "it, HOUR, 1.5, 1.5 ore", "it, KG, 1, 1 kg",
            "en, FREE_PLACE, 1, 1 place free", "en, FREE_PLACE, 101, 101 places free", "en, L, 0.5, 0.5 litres",
            "ar, FREE_PLACE, 1, مكان شاغر واحد", "ar, FREE_PLACE, 2, مكانان شاغران", "ar, FREE_PLACE, 3, 3 أماكن شاغرة",
            "ar, FREE_PLACE, 10, 10 أماكن شاغرة", "ar, FREE_PLACE, 11, 11 مكانًا شاغرًا",
            "ar, FREE_PLACE, 99, 99 مكانًا شاغرًا",
            "ar, FREE_PLACE, 100, 100 مكان شاغر", "ar, FREE_PLACE, 102, 102 مكان شاغر", "ar, FREE_PLACE, 103, 103 أماكن شاغرة",
            "ar, FREE_PLACE, 0, 0 مكان شاغر", "ar, PIECE, 2, قطعتان", "ar, PIECE, 12, 12 قطعة", "ar, L, 2.5, 2.5 لتر"})
    void a_number_has_its_form_of_the_noun(Locale language, String unit, BigDecimal number, String said) {
        assertThat(Codes.amount(unit, number, number.stripTrailingZeros().toPlainString(), language)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"it, role, DRIVER, Autista", "it, role, FORK_LIFTER, Altro (fork lifter)",
            "en, task, COOKING, Other help (cooking)",
            "ar, role, CHEF, غير ذلك (chef)", "it, reason, OTHER, Altro", "it, colour, RED, red"})
    void what_a_list_does_not_know_yet_is_something_else_and_says_what(Locale language, String list, String code, String said) {
        assertThat(Codes.word(list, code, language)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"it, 3 bancale", "ar, 3 bancale"})
    void a_unit_nobody_has_translated_is_shown_as_it_is(Locale language, String said) {
        assertThat(Codes.amount("BANCALE", new BigDecimal("3"), "3", language)).isEqualTo(said);
    }
}
