package it.milanoaiuta.defaults.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneTest {

    @ParameterizedTest
    @CsvSource({"02 8845 1234, +390288451234", "333.123-4567, +393331234567", "(02) 884/51234, +390288451234",
            "+39 02 8845 1234, +390288451234", "0039 333 1234567, +393331234567", "'  +44 20 7946 0958 ', +442079460958",
            "020202, +39020202", "+390288451234, +390288451234", "392 1234567, +393921234567"})
    void a_number_as_people_write_it_has_one_form(String written, String e164) {
        assertThat(Telephone.e164(written)).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12345", "393331234567", "+0288451234", "+39", "call me", "333 1234567 ext 2",
            "+39+393331234567", "00", "+1234567890123456", "٠٢٨٨٤٥١٢٣٤"})
    void what_cannot_be_one_is_refused(String written) {
        assertThat(Telephone.e164(written)).isEmpty();
    }
}
