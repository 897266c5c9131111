package it.milanoaiuta.gateway.ask;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What everybody is shown alike is made once a second, however many ask: who comes while the next one is made is shown the last
 * one, if it is not older than three seconds, and else waits.
 */
public final class OnceASecond<T> {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long STALE_NANOS = Duration.ofSeconds(3).toNanos();

    private record Made<T>(T value, long since) {

        private boolean isYoungerThan(long nanos) {
            return System.nanoTime() - since < nanos;
        }
    }

    private final Supplier<T> making;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile Made<T> last;

    public OnceASecond(Supplier<T> making) {
        this.making = making;
    }

    /** Whatever goes wrong in the making is thrown to who met it, and nothing is kept. */
    public T get() {
        Made<T> seen = last;
        if (seen != null && (seen.isYoungerThan(FRESH_NANOS) || oneAtATime.isLocked() && seen.isYoungerThan(STALE_NANOS))) {
            return seen.value();
        }
        oneAtATime.lock();
        try {
            if (last == null || !last.isYoungerThan(FRESH_NANOS)) {
                last = new Made<>(making.get(), System.nanoTime());
            }
            return last.value();
        } finally {
            oneAtATime.unlock();
        }
    }
}
