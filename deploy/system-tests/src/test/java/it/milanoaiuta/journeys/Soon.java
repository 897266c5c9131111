package it.milanoaiuta.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what other services learn by event: asks until it is so, and fails with the last answer when it never is. */
final class Soon {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Soon() {}

    static <T> T see(String what, Supplier<T> ask, Predicate<T> asExpected) {
        Instant deadline = Instant.now().plus(PATIENCE);
        T last = ask.get();
        while (!asExpected.test(last)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Not seen within " + PATIENCE.toSeconds() + " s: " + what + ". Last: " + last);
            }
            pause(Duration.ofMillis(100));
            last = ask.get();
        }
        return last;
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
