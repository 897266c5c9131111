package it.milanoaiuta.gateway.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class ArrivalFormTest {

    private static final int TIMES = 9;

    @Test
    void a_number_is_read_however_it_is_typed() {
        assertThat(ArrivalForm.inAscii("٤٠,٥")).isEqualTo("40.5");
        assertThat(ArrivalForm.inAscii("−4٫5")).isEqualTo("-4.5");
        assertThat(ArrivalForm.inAscii("a😀1")).isEqualTo("a😀1");
    }

    @Test
    void a_long_number_costs_no_more_than_its_length() {
        long[] shorter = new long[TIMES];
        long[] longer = new long[TIMES];
        for (int i = -2; i < TIMES; i++) {
            long begin = System.nanoTime();
            ArrivalForm.inAscii("٤".repeat(25_000));
            long middle = System.nanoTime();
            ArrivalForm.inAscii("٤".repeat(100_000));
            if (i >= 0) {
                shorter[i] = middle - begin;
                longer[i] = System.nanoTime() - middle;
            }
        }
        Arrays.sort(shorter);
        Arrays.sort(longer);
        assertThat(longer[0]).as("at best").isLessThan(8 * shorter[0]);
    }
}
