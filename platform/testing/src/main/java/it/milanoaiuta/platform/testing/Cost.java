package it.milanoaiuta.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** What anybody may send costs no more than its length: four times the length, less than eight times the time. */
public final class Cost {

    private static final int TIMES = 9;
    private static final int NOT_COUNTED = 2;
    private static final int LONGER = 4;
    private static final int MOST = 8;

    private Cost() {}

    /**
     * The fastest of each length, taken in turns: what else the machine does makes both slower, never faster.
     *
     * @param what is measured
     * @param length in characters; long enough that a square of it would be felt
     * @param work done with so many characters
     */
    public static void mustGrowLikeLength(String what, int length, IntConsumer work) {
        long[] shorter = new long[TIMES];
        long[] longer = new long[TIMES];
        for (int i = -NOT_COUNTED; i < TIMES; i++) {
            long begin = System.nanoTime();
            work.accept(length);
            long middle = System.nanoTime();
            work.accept(length * LONGER);
            if (i >= 0) {
                shorter[i] = middle - begin;
                longer[i] = System.nanoTime() - middle;
            }
        }
        long one = Arrays.stream(shorter).min().orElseThrow();
        long four = Arrays.stream(longer).min().orElseThrow();
        assertThat(four).as("%s: %d characters cost %d µs, %d cost %d µs", what, length, one / 1000, length * LONGER,
                four / 1000).isLessThan(one * MOST);
    }
}
