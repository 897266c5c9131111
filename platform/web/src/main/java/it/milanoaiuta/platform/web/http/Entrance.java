package it.milanoaiuta.platform.web.http;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.platform.web.Languages;

/**
 * The first to look at a request. Of the languages it asks for one is chosen here, once, and stands in the header from here on:
 * whatever reads that header behind (Bean Validation, templates, another service) finds two letters, and cannot be made to
 * spend seconds on it.
 */
@ApplicationScoped
public class Entrance {

    /** Before anything else that is asked of every request. */
    public static final int ORDER = Integer.MIN_VALUE;

    /** What an address is called in metrics that is of no route: one name for all, as the addresses hold codes and ids. */
    public static final String OTHER_ROUTE = "/other";

    private static final String ROUTE_IN_METRICS = "UrlPathTemplate";

    @ConfigProperty(name = "quarkus.locales")
    List<Locale> languages;

    @ConfigProperty(name = "quarkus.default-locale")
    Locale usual;

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(this::receive);
    }

    /** Gives an exchange its name in metrics; where REST finds a resource it says that one's template afterwards. */
    public static void nameRoute(RoutingContext exchange, String template) {
        ((HttpServerRequestInternal) exchange.request()).context().putLocal(ROUTE_IN_METRICS, template);
    }

    private void receive(RoutingContext exchange) {
        String path = exchange.request().path();
        if (path == null || !path.startsWith("/q/")) {
            nameRoute(exchange, OTHER_ROUTE);
        }
        chooseLanguage(exchange.request());
        exchange.next();
    }

    private void chooseLanguage(HttpServerRequest request) {
        String asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (asked != null) {
            request.headers().set(HttpHeaders.ACCEPT_LANGUAGE,
                    Languages.spokenIn(asked, languages).orElse(usual).getLanguage());
        }
    }
}
