package it.milanoaiuta.gateway.session;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.gateway.proxy.Failures;

/**
 * No other site can make a signed-in person's browser act here: a page's form is taken only from our own pages, by what the
 * browser itself says (Fetch Metadata, else Origin). Without either, only a request that carries no cookie passes: it can do
 * nothing in a person's name. The API needs none of this: it takes no cookie.
 */
@ApplicationScoped
class SameSiteOnly {

    /** After the body limit, before Quarkus reads cookies. */
    private static final int ORDER = -1000;

    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    Failures failures;

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(this::look);
    }

    private void look(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (HARMLESS.contains(request.method()) || request.path().startsWith("/api/v1/") || isOurs(request)) {
            exchange.next();
        } else {
            failures.answer(exchange, 403, "other-site", 0);
        }
    }

    private static boolean isOurs(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return origin.equals(request.scheme() + "://" + request.authority());
        }
        return !request.headers().contains(HttpHeaders.COOKIE);
    }
}
