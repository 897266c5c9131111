package it.milanoaiuta.volunteers.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"01199250158", "80012345676", "RSSMRA85T10A562S", "MRTMTT91D08F205J", "RSSMRA85T10A56NH"})
    void a_right_one(String code) {
        assertThat(code).matches(FiscalCode.FORM);
        assertThat(FiscalCode.checks(code)).isTrue();
    }

    @Test
    void any_one_digit_wrong_is_found() {
        String code = "01199250158";
        for (int place = 0; place < code.length(); place++) {
            for (char digit : "0123456789".toCharArray()) {
                String typed = code.substring(0, place) + digit + code.substring(place + 1);
                assertThat(FiscalCode.checks(typed)).as(typed).isEqualTo(typed.equals(code));
            }
        }
    }

    @Test
    void a_personal_one_with_two_neighbours_exchanged_is_found() {
        for (String typed : List.of("SRSMRA85T10A562S", "RSSRMA85T10A562S", "RSSMRA58T10A562S", "RSSMRA85T10A526S")) {
            assertThat(FiscalCode.checks(typed)).as(typed).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0119925015", "011992501580", "00000000000", "RSSMRA85T10A562", "RSSMRA85X10A562S",
            "1SSMRA85T10A562S", "RSSMRA8AT10A562S"})
    void what_has_not_its_form(String code) {
        assertThat(code.matches(FiscalCode.FORM)).isFalse();
    }
}
