package it.milanoaiuta.gateway.proxy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * The body of a request that is answered without it. It is let run past, for a while: closing at once would reset the
 * connection while the caller still writes, and she would never see the answer.
 */
@ApplicationScoped
public class Unread {

    private static final long MOST_BYTES = 32L << 20;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "gateway.body.patience")
    Duration patience;

    /** Whether a body is to come at all. */
    static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    public void letPast(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (request.isEnded() || !hasBody(request)) {
            return;
        }
        AtomicLong left = new AtomicLong(MOST_BYTES);
        long timer = closeWhenSlow(request);
        request.handler(chunk -> {
            if (left.addAndGet(-chunk.length()) < 0) {
                request.connection().close();
            }
        }).endHandler(end -> vertx.cancelTimer(timer)).exceptionHandler(gone -> vertx.cancelTimer(timer)).resume();
        // who answers may have paused it
        exchange.addEndHandler(answered -> request.resume());
    }

    private long closeWhenSlow(HttpServerRequest request) {
        return vertx.setTimer(patience.toMillis(), elapsed -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }
}
