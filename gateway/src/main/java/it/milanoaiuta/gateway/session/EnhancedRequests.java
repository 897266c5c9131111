package it.milanoaiuta.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;

/** What htmx sends follows no redirect to another server: it is told that the session has ended, and the page goes to the login. */
@ApplicationScoped
@Unremovable
public class EnhancedRequests implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext exchange) {
        return exchange.request().headers().contains("HX-Request");
    }
}
