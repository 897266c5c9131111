package it.milanoaiuta.volunteers;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Runs things at the same moment. */
public final class Parallel {

    private Parallel() {}

    /** @see #all(Stream) */
    @SafeVarargs
    public static <T> List<T> all(Callable<T>... things) {
        return all(Stream.of(things));
    }

    /** All begin together; the results in the order given. */
    public static <T> List<T> all(Stream<Callable<T>> things) {
        List<Callable<T>> calls = things.toList();
        CountDownLatch ready = new CountDownLatch(calls.size());
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<T>> futures = calls.stream().map(call -> threads.submit(() -> {
                ready.countDown();
                ready.await();
                return call.call();
            })).toList();
            return futures.stream().map(Parallel::result).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
