package it.milanoaiuta.gateway.page;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import it.milanoaiuta.platform.web.Problem;

/** Problems as pages, for people on page addresses. */
@ApplicationScoped
public class Pages {

    @CheckedTemplate(basePath = "page")
    static final class Templates {

        private Templates() {}

        /** @param again what was typed, to be sent once more as it is; empty for a page that was only read */
        static native TemplateInstance failure(Page page, Problem problem, List<Page.Typed> again);
    }

    @Inject
    Page page;

    @Inject
    CurrentVertxRequest current;

    /** Whether this asks for a page: not under /api, and a browser. */
    public static boolean wanted(String path, String accept) {
        return !Address.isApi(path) && accept != null && accept.contains(MediaType.TEXT_HTML);
    }

    public static boolean wanted(RoutingContext exchange) {
        String path = exchange.request().path();
        return path != null && wanted(path, exchange.request().getHeader(HttpHeaders.ACCEPT));
    }

    /** Inside a resource. */
    String failure(Problem problem, List<Page.Typed> again) {
        return page.render(Templates.failure(page, problem, again));
    }

    /** Outside of any resource, where no request context is active yet. */
    public String failure(Problem problem, RoutingContext exchange) {
        ManagedContext context = Arc.container().requestContext();
        boolean begun = context.isActive();
        if (!begun) {
            context.activate();
            current.setCurrent(exchange);
        }
        try {
            return failure(problem, List.of());
        } finally {
            if (!begun) {
                context.terminate();
            }
        }
    }
}
