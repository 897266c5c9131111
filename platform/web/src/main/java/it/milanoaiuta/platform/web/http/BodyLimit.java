package it.milanoaiuta.platform.web.http;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import it.milanoaiuta.platform.web.Problems;

/**
 * Refuses a body over the limit with a problem (413), whether its length is declared or it comes in chunks. Quarkus' own
 * limit answers without a body, and a chunked one only meets it where a resource reads it.
 */
@ApplicationScoped
public class BodyLimit {

    private static final long MAX_DRAINED_BYTES = 32L << 20;
    private static final int BEFORE_QUARKUS_OWN_LIMIT = Entrance.ORDER + 2;

    @Inject
    Problems problems;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize limit;

    void install(@Observes Router router) {
        BodyHandler chunks = BodyHandler.create(false).setBodyLimit(limit.asLongValue());
        router.route().order(BEFORE_QUARKUS_OWN_LIMIT)
                .handler(exchange -> {
                    if (declaredLength(exchange.request()) > limit.asLongValue()) {
                        exchange.fail(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE.code());
                    } else if (exchange.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
                        chunks.handle(exchange);
                    } else {
                        exchange.next();
                    }
                })
                .failureHandler(this::refuse);
    }

    private void refuse(RoutingContext exchange) {
        if (exchange.statusCode() == HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE.code()) {
            drain(exchange.request());
            problems.answer(exchange, exchange.statusCode(), "too-large", 0, limit.asLongValue() / 1024);
        } else {
            exchange.next();
        }
    }

    /** Closing at once would reset the connection while the caller still writes, and she would never see the answer. */
    private static void drain(HttpServerRequest request) {
        AtomicLong left = new AtomicLong(MAX_DRAINED_BYTES);
        request.handler(chunk -> {
            if (left.addAndGet(-chunk.length()) < 0) {
                request.connection().close();
            }
        });
        request.resume();
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException huge) {
            return Long.MAX_VALUE;
        }
    }
}
