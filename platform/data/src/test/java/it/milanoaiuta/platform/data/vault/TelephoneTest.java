package it.milanoaiuta.platform.data.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import it.milanoaiuta.platform.testing.Cost;

class TelephoneTest {

    @ParameterizedTest
    @CsvSource({"02 8845 1234, +390288451234", "333.123-4567, +393331234567", "(02) 884/51234, +390288451234",
            "+39 02 8845 1234, +390288451234", "0039 333 1234567, +393331234567", "'  +44 20 7946 0958 ', +442079460958",
            "020202, +39020202", "+390288451234, +390288451234", "392 1234567, +393921234567", "02/88451234, +390288451234",
            "(02) 8845.1234, +390288451234", "+39.0288451234, +390288451234", "+44 (0)20 7946 0958, +442079460958",
            "+4402079460958, +442079460958", "393331234567, +393331234567", "02 0000 0001, +390200000001"})
    void a_number_as_people_write_it_has_one_form(String written, String e164) {
        assertThat(Telephone.e164(written)).contains(e164);
        assertThat(Telephone.e164(e164)).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02\u00a08845\u00a01234", "\u202a+39 02 8845 1234\u202c", "02\u20118845\u20111234", "٠٢٨٨٤٥١٢٣٤",
            "02\u200b88451234", "+39\u202f02\u202f8845\u202f1234", "02–8845–1234", "\uff0b39 02 8845 1234"})
    void a_number_as_it_is_pasted_is_the_same(String pasted) {
        assertThat(Telephone.e164(pasted)).contains("+390288451234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12345", "+     ", "+0288451234", "+39", "call me", "333 1234567 ext 2",
            "0288451234;ext=5",
            "tel:0288451234", "800 MILANO", "+39+393331234567", "00", "+1234567890123456", "+39 2 88451234", "000000",
            "02 8845 1234 / 333 1234567", "02 8845 1234                                 "
                    + "                                                     "})
    void what_cannot_be_one_is_refused(String written) {
        assertThat(Telephone.e164(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "+39", "(", "02 8845 1234 / ", "\u202a", "٣", "00", "ext ", ";ext=5", " ", "-", "+39 (0)"})
    void a_long_one_costs_no_more_than_its_length(String part) {
        Cost.mustGrowLikeLength(part, 20_000, length -> {
            String typed = part.repeat(length / part.length());
            assertThat(Telephone.e164(typed)).isEmpty();
            assertThat(Telephone.asKept(typed)).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"+44 (0)20 7946 0958, +442079460958 +4402079460958", "+44 20 7946 0958, +442079460958 +4402079460958",
            "02 8845 1234, +390288451234", "1234567, +391234567", "+39 2 88451234, +39288451234",
            "+1 212 555 0100, +12125550100 +112125550100",
            "12345, ''", "call me, ''"})
    void a_number_is_looked_for_in_every_form_in_which_it_may_be_kept(String written, String forms) {
        assertThat(String.join(" ", Telephone.asKept(written))).isEqualTo(forms);
    }
}
