package it.milanoaiuta.gateway.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import it.milanoaiuta.platform.testing.Cost;

class ArrivalFormTest {

    @Test
    void a_number_is_read_however_it_is_typed() {
        assertThat(ArrivalForm.inAscii("٤٠,٥")).isEqualTo("40.5");
        assertThat(ArrivalForm.inAscii("−4٫5")).isEqualTo("-4.5");
        assertThat(ArrivalForm.inAscii("a😀1")).isEqualTo("a😀1");
    }

    @Test
    void a_long_number_costs_no_more_than_its_length() {
        Cost.mustGrowLikeLength("digits", 25_000, length -> ArrivalForm.inAscii("٤".repeat(length)));
    }
}
