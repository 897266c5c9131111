package it.milanoaiuta.platform.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Things that really happen at the same time. */
public final class AtOnce {

    private AtOnce() {}

    public static void run(int times, IntConsumer what) {
        call(times, i -> {
            what.accept(i);
            return i;
        });
    }

    /** What each of them answered. */
    public static <T> List<T> call(int times, IntFunction<T> what) {
        return all(IntStream.range(0, times).mapToObj(i -> () -> what.apply(i)));
    }

    /** @see #all(Stream) */
    @SafeVarargs
    public static <T> List<T> all(Callable<T>... things) {
        return all(Stream.of(things));
    }

    /** What each of them answered, in the order given. */
    public static <T> List<T> all(Stream<Callable<T>> things) {
        List<Callable<T>> calls = things.toList();
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try {
            return threads.invokeAll(calls.stream().<Callable<T>>map(call -> () -> {
                start.await();
                return call.call();
            }).toList()).stream().map(AtOnce::answer).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T answer(Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
