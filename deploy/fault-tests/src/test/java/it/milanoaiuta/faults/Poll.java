package it.milanoaiuta.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Bounded polls on a condition; nothing here is asserted by sleeping. */
final class Poll {

    private Poll() {}

    static void until(String what, Duration patience, Callable<Boolean> condition) {
        value(what, patience, condition, Boolean.TRUE::equals);
    }

    /** @return the first value that satisfies; a failing look counts as "not yet" */
    static <T> T value(String what, Duration patience, Callable<T> look, Predicate<T> satisfies) {
        long deadline = System.nanoTime() + patience.toNanos();
        Object last = null;
        do {
            try {
                T seen = look.call();
                last = seen;
                if (satisfies.test(seen)) {
                    return seen;
                }
            } catch (Exception notYet) {
                last = notYet;
            }
            pause(Duration.ofMillis(100));
        } while (System.nanoTime() < deadline);
        throw new AssertionError("Not within " + patience.toSeconds() + " s: " + what + "; last seen: " + last);
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
