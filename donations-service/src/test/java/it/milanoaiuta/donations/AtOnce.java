package it.milanoaiuta.donations;

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
        ExecutorService threads = Executors.newFixedThreadPool(times);
        CyclicBarrier start = new CyclicBarrier(times);
        try {
            return threads.invokeAll(IntStream.range(0, times).<Callable<T>>mapToObj(i -> () -> {
                start.await();
                return what.apply(i);
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
            throw new IllegalStateException(e);
        }
    }
}
