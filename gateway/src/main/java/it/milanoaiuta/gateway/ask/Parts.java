package it.milanoaiuta.gateway.ask;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

/**
 * Questions to several services at once, all under one deadline: a part that is down or slow is named, and the rest is still
 * an answer. A service's "no" (404, 403 …) is not a missing part: it is thrown.
 */
public final class Parts {

    private static final Logger LOG = Logger.getLogger(Parts.class);

    /** The promise is an answer in 1.6 s. */
    static final Duration PATIENCE = Duration.ofMillis(1_400);

    private final long deadline = System.nanoTime() + PATIENCE.toNanos();
    private final TreeSet<String> missing = new TreeSet<>();

    /** One question on its way. */
    public final class Part<T> {

        private final String service;
        private final CompletableFuture<T> answer;

        private Part(String service, CompletableFuture<T> answer) {
            this.service = service;
            this.answer = answer;
        }

        /**
         * The same for the part without which there is no answer at all.
         *
         * @throws PartAway when it is missing
         */
        public T orElseThrow() {
            T here = orElse(null);
            if (here == null) {
                throw new PartAway();
            }
            return here;
        }

        /** Waits for the answer, at most until the common deadline. */
        public T orElse(T other) {
            try {
                return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Refused refused && !refused.isOutage()) {
                    throw refused;
                }
                LOG.warnf("%s is missing: %s", service, e.getCause());
            } catch (TimeoutException e) {
                LOG.warnf("%s is missing: no answer within %s", service, PATIENCE);
                answer.cancel(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            missing.add(service);
            return other;
        }
    }

    /** Asks at once; collect the answer later. */
    public <T> Part<T> ask(String service, Uni<T> question) {
        return new Part<>(service, question.subscribeAsCompletionStage());
    }

    /** Names of the services whose part is missing. */
    public List<String> missing() {
        return List.copyOf(missing);
    }
}
