package it.milanoaiuta.gateway.proxy;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import it.milanoaiuta.gateway.ask.Services;
import it.milanoaiuta.gateway.page.Address;

/**
 * Takes bodies, in both framings, of API and pages: whole before anybody reads them, so that slow callers keep no connection of
 * a service; of who is signed in alone, and after she was counted; under one deadline; and no more of them at once than there
 * is room for. A visitor's body is let run past: nothing is sent without signing in.
 */
@ApplicationScoped
class Bodies {

    private static final int COME_BACK_SECONDS = 2;

    @ConfigMapping(prefix = "gateway.body")
    interface Limits {

        /** Bytes of all bodies in memory. */
        @WithDefault("32M")
        MemorySize atOnce();

        /** Of them one person's. */
        @WithDefault("4M")
        MemorySize share();

        /** For a whole body, from the end of the request's head. */
        Duration patience();
    }

    @Inject
    Limits limits;

    @Inject
    Vertx vertx;

    @Inject
    Services services;

    @Inject
    Failures failures;

    @Inject
    Unread unread;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize longest;

    private Room room;

    void install(@Observes Filters filters) {
        room = new Room(limits.atOnce().asLongValue(), limits.share().asLongValue());
        filters.register(this::receive, RateLimit.PRIORITY - 1);
    }

    private void receive(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (declared(request) > longest.asLongValue()) {
            tooLarge(exchange);
        } else if (isNoForm(request)) {
            failures.answer(exchange, 415, "not-a-form", 0);
        } else if (!Unread.hasBody(request)) {
            exchange.next();
        } else if (RateLimit.personOf(exchange) == null) {
            withoutIt(exchange);
        } else {
            new Taken(exchange, RateLimit.personOf(exchange)).begin();
        }
    }

    /** Pages take nothing else. */
    private static boolean isNoForm(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return Address.isPrivate(request.path()) && type != null && !Form.is(type);
    }

    private static long declared(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException huge) {
            return Long.MAX_VALUE;
        }
    }

    private void withoutIt(RoutingContext exchange) {
        unread.letPast(exchange);
        ((RoutingContextInternal) exchange).setBody(Buffer.buffer());
        if (services.ownerOf(exchange.request().path()).isPresent()) {
            exchange.response().putHeader("WWW-Authenticate", "Bearer");
            failures.answer(exchange, 401, "sign-in-required", 0);
        } else {
            exchange.next();
        }
    }

    private void tooLarge(RoutingContext exchange) {
        failures.answer(exchange, 413, "too-large", 0, longest.asLongValue() / 1024);
    }

    /** One body on its way; its room is free again when the request has its answer, or is gone. */
    private final class Taken {

        private final RoutingContext exchange;
        private final HttpServerRequest request;
        private final String person;
        private final Buffer body = Buffer.buffer();
        private long timer;
        private long bytes;
        private boolean over;

        Taken(RoutingContext exchange, String person) {
            this.exchange = exchange;
            this.request = exchange.request();
            this.person = person;
        }

        void begin() {
            timer = vertx.setTimer(limits.patience().toMillis(), elapsed -> tooSlow());
            exchange.addEndHandler(ended -> {
                vertx.cancelTimer(timer);
                over = true;
                room.release(person, bytes);
                bytes = 0;
            });
            request.handler(this::more).endHandler(end -> whole());
            request.resume();
        }

        private void more(Buffer chunk) {
            if (over) {
                return;
            }
            if (body.length() + chunk.length() > longest.asLongValue()) {
                over = true;
                tooLarge(exchange);
            } else if (!room.take(person, chunk.length())) {
                over = true;
                failures.answer(exchange, 503, "unavailable", COME_BACK_SECONDS);
            } else {
                bytes += chunk.length();
                body.appendBuffer(chunk);
            }
        }

        private void whole() {
            vertx.cancelTimer(timer);
            if (over) {
                return;
            }
            over = true;
            if (Address.isPrivate(request.path()) && !Form.canBeDecoded(body)) {
                failures.answer(exchange, 400, "status-400", 0);
            } else {
                ((RoutingContextInternal) exchange).setBody(body);
                exchange.next();
            }
        }

        private void tooSlow() {
            if (!over) {
                over = true;
                exchange.addEndHandler(ended -> request.connection().close());
                failures.answer(exchange, 408, "body-slow", 0);
            }
        }
    }
}
