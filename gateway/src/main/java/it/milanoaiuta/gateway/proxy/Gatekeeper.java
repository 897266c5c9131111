package it.milanoaiuta.gateway.proxy;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.gateway.ask.Services;
import it.milanoaiuta.gateway.page.Address;
import it.milanoaiuta.gateway.page.Tongues;
import it.milanoaiuta.platform.web.http.Entrance;

/**
 * The first of the gateway to look at a request: addresses are taken only in the one form we write them, so that no second
 * reading of the same bytes (<code>//x</code>, <code>/..;/x</code>, <code>\</code>, their encoded forms) can slip past a rule
 * further in, and only under a name that is ours. And the last to look at a failure nobody answered.
 */
@ApplicationScoped
public class Gatekeeper {

    /** Nothing is loaded from anywhere else and nothing inline runs; a form's answer may lead to the login page. */
    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; manifest-src 'self'; form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'";

    @Inject
    Failures failures;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    URI login;

    @Inject
    Tongues tongues;

    @Inject
    Services services;

    void install(@Observes Router router) {
        String contentSecurity = CONTENT_SECURITY.formatted(login.resolve("/").toString().replaceAll("/$", ""));
        router.route().order(Entrance.ORDER + 1).handler(exchange -> {
            exchange.response().putHeader("Content-Security-Policy", contentSecurity);
            look(exchange);
        });
        router.route().order(Integer.MAX_VALUE - 1).failureHandler(failures::answer);
    }

    /** A page speaks the language chosen on it, else the browser's, else Italian; so does all that is asked and refused for it. */
    private void chooseLanguage(HttpServerRequest request) {
        Optional<Locale> chosen = tongues.spoken(request.getParam("lang"));
        if (chosen.isPresent() || !request.headers().contains(HttpHeaders.ACCEPT_LANGUAGE)) {
            request.headers().set(HttpHeaders.ACCEPT_LANGUAGE, chosen.orElse(Tongues.OF_THE_CITY).getLanguage());
        }
    }

    private void look(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String path = request.path();
        if (!Address.isPlain(path) && SpokenCodes.goOn(exchange, path, failures)) {
            return;
        }
        if (!Address.isPlain(path) || isInner(path) && !fromThisMachine(exchange)) {
            failures.answer(exchange, 404, "not-found", 0);
        } else if (request.headers().getAll(HttpHeaders.HOST).size() != 1) {
            // which of two a service would believe is not ours to guess
            failures.answer(exchange, 400, "status-400", 0);
        } else if (!isOurs(request.authority())) {
            failures.answer(exchange, 421, "status-421", 0);
        } else {
            letIn(exchange, path);
        }
    }

    private void letIn(RoutingContext exchange, String path) {
        HttpServerRequest request = exchange.request();
        if (!Address.isPrivate(path)) {
            // the session is for the pages of one's own; sent elsewhere on purpose it opens nothing
            request.headers().remove(HttpHeaders.COOKIE);
        }
        if (Address.isPrivate(path) || request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            // whatever becomes of it: on a hub's shared tablet the way back after signing out shows nothing
            exchange.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (!Address.isApi(path)) {
            chooseLanguage(request);
        }
        exchange.next();
    }

    private boolean isOurs(HostAndPort asked) {
        return asked != null && services.hosts().contains(asked.host().toLowerCase(Locale.ROOT));
    }

    /** Health and metrics, for the supervisor and Prometheus beside us. */
    private static boolean isInner(String path) {
        return path.equals("/q") || path.startsWith("/q/");
    }

    private static boolean fromThisMachine(RoutingContext exchange) {
        SocketAddress caller = exchange.request().connection().remoteAddress();
        boolean handedOn = exchange.request().headers().contains("X-Forwarded-For")
                || exchange.request().headers().contains("Forwarded");
        return !handedOn && caller != null && caller.hostAddress() != null
                && (caller.hostAddress().startsWith("127.") || caller.hostAddress().matches("[0:]*:1"));
    }
}
