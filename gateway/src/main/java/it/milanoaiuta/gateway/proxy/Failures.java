package it.milanoaiuta.gateway.proxy;

import java.util.List;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;

import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.gateway.page.Pages;
import it.milanoaiuta.platform.web.Problem;
import it.milanoaiuta.platform.web.Problems;

/** What the gateway answers when it fails by itself: problem details to programs, a page to people. */
@ApplicationScoped
public class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    @Inject
    Problems problems;

    @Inject
    Pages pages;

    @Inject
    Unread unread;

    /** @param retryAfterSeconds 0 for none */
    public void answer(RoutingContext exchange, int status, String code, int retryAfterSeconds, Object... arguments) {
        unread.letPast(exchange);
        if (!Pages.wanted(exchange) || exchange.response().headWritten()) {
            problems.answer(exchange, status, code, retryAfterSeconds, arguments);
            return;
        }
        if (retryAfterSeconds > 0) {
            exchange.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfterSeconds));
        }
        Problem problem = problems.problem(status, code, exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE), List.of(),
                arguments);
        exchange.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .end(pages.failure(problem, exchange));
    }

    /** A failure that no resource and no handler has answered. */
    public void answer(RoutingContext exchange) {
        Throwable failure = exchange.failure();
        int status = exchange.statusCode();
        if (failure instanceof TimeoutException) {
            answer(exchange, 504, "unavailable", 2);
        } else if (status >= 400 && status < 500) {
            answer(exchange, status, status == 404 ? "not-found" : "status-" + status, 0);
        } else {
            LOG.error("answered 500", failure);
            answer(exchange, 500, "internal", 0);
        }
    }
}
