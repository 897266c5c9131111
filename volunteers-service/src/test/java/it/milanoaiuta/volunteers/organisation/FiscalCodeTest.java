package it.milanoaiuta.volunteers.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"01199250158", "80012345676"})
    void a_right_one(String code) {
        assertThat(code).matches(FiscalCode.FORM);
        assertThat(FiscalCode.lastDigitFits(code)).isTrue();
    }

    @Test
    void any_one_digit_wrong_is_found() {
        String code = "01199250158";
        for (int place = 0; place < code.length(); place++) {
            for (char digit : "0123456789".toCharArray()) {
                String typed = code.substring(0, place) + digit + code.substring(place + 1);
                assertThat(FiscalCode.lastDigitFits(typed)).as(typed).isEqualTo(typed.equals(code));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0119925015", "011992501580", "00000000000", "RSSMRA85T10A562S", "MRTMTT91D08F205J",
            "RSSMRA85T10A562", "0119925015A"})
    void what_has_not_its_form(String code) {
        assertThat(code.matches(FiscalCode.FORM)).isFalse();
    }
}
