package it.milanoaiuta.gateway.proxy;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.gateway.Failures;

/**
 * The first to look at a request: addresses are taken only in the one form we write them, so that no second reading of the
 * same bytes (<code>//x</code>, <code>/..;/x</code>, <code>\</code>, their encoded forms) can slip past a rule further in.
 * And the last to look at a failure nobody answered: after the body limit's own answer.
 */
@ApplicationScoped
public class Door {

    private static final Pattern PLAIN = Pattern.compile("/|(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");

    /** Nothing is loaded from anywhere else and nothing inline runs; a form's answer may lead to the login page. */
    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; manifest-src 'self'; form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'";

    @Inject
    Failures failures;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    URI login;

    @ConfigProperty(name = "quarkus.locales")
    List<Locale> languages;

    void install(@Observes Router router) {
        String contentSecurity = CONTENT_SECURITY.formatted(login.resolve("/").toString().replaceAll("/$", ""));
        router.route().order(Integer.MIN_VALUE).handler(exchange -> {
            exchange.response().putHeader("Content-Security-Policy", contentSecurity);
            look(exchange);
        });
        router.route().order(Integer.MAX_VALUE - 1).failureHandler(failures::answer);
    }

    /** A page speaks the language chosen on it, else the browser's, else Italian; so does all that is asked and refused for it. */
    private void chooseLanguage(HttpServerRequest request) {
        String chosen = request.getParam("lang");
        if (languages.stream().anyMatch(language -> language.getLanguage().equals(chosen))) {
            request.headers().set(HttpHeaders.ACCEPT_LANGUAGE, chosen);
        } else if (!request.headers().contains(HttpHeaders.ACCEPT_LANGUAGE)) {
            request.headers().set(HttpHeaders.ACCEPT_LANGUAGE, "it");
        }
    }

    /** Whether an address is in the form we write. */
    public static boolean isPlain(String path) {
        return path != null && PLAIN.matcher(path).matches();
    }

    private void look(RoutingContext exchange) {
        String path = exchange.request().path();
        if (!isPlain(path) && SpokenCodes.goOn(exchange, path, failures)) {
            return;
        }
        if (!isPlain(path) || isInner(path) && !fromThisMachine(exchange)) {
            failures.answer(exchange, 404, "not-found", 0);
        } else if (exchange.request().headers().getAll(HttpHeaders.HOST).size() > 1) {
            // which of them a service would believe is not ours to guess
            failures.answer(exchange, 400, "status-400", 0);
        } else {
            if (!path.equals("/app") && !path.startsWith("/app/")) {
                // the session is for the pages of one's own; sent elsewhere on purpose it opens nothing
                exchange.request().headers().remove(HttpHeaders.COOKIE);
            }
            if (!path.startsWith("/api/")) {
                chooseLanguage(exchange.request());
            }
            exchange.next();
        }
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
