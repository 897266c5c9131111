package it.milanoaiuta.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Bounded polls on a condition; nothing here is asserted by sleeping. Patience is a number of looks: a busy machine, which looks
 * less often, waits longer, at most three times as long.
 */
final class Poll {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST = 3;

    private Poll() {}

    static void until(String what, Duration patience, Callable<Boolean> condition) {
        value(what, patience, condition, Boolean.TRUE::equals);
    }

    /** @return whether it came to hold in time */
    static boolean within(Duration patience, Callable<Boolean> condition) {
        try {
            until("", patience, condition);
            return true;
        } catch (AssertionError never) {
            return false;
        }
    }

    /** @return the first value that satisfies; a failing look counts as "not yet" */
    static <T> T value(String what, Duration patience, Callable<T> look, Predicate<T> satisfies) {
        long began = System.nanoTime();
        long looks = patience.dividedBy(PAUSE);
        Object last = null;
        do {
            try {
                T seen = look.call();
                last = seen;
                if (satisfies.test(seen)) {
                    tell(what, Duration.ofNanos(System.nanoTime() - began));
                    return seen;
                }
            } catch (Exception notYet) {
                last = notYet;
            }
            pause(PAUSE);
            looks--;
        } while (System.nanoTime() - began < (looks > 0 ? MOST : 1) * patience.toNanos());
        throw new AssertionError("Not within " + patience.toSeconds() + " s: " + what + "; last seen: " + last);
    }

    private static void tell(String what, Duration waited) {
        if (waited.toSeconds() > 0 && !what.isEmpty()) {
            System.out.printf("%s, after %d s%n", what, waited.toSeconds());
        }
    }

    /** @return how long this process overslept meanwhile, because the machine had no time for it */
    static Duration stalled(Runnable meanwhile) {
        AtomicLong overslept = new AtomicLong();
        Thread watch = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                long before = System.nanoTime();
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    return;
                }
                overslept.addAndGet(Math.max(0, System.nanoTime() - before - 30_000_000));
            }
        }, "stall-watch");
        watch.setDaemon(true);
        watch.start();
        try {
            meanwhile.run();
        } finally {
            watch.interrupt();
        }
        return Duration.ofNanos(overslept.get());
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
