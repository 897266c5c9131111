package it.milanoaiuta.gateway.page;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import it.milanoaiuta.gateway.ask.Refused;
import it.milanoaiuta.platform.web.Problem;

/** A service's "no" to what somebody just tried, shown on the page she tried it on. */
@ApplicationScoped
public class Problems {

    /** What a template shows of it; null for none. */
    public Problem of(Refused refused) {
        return refused == null
                ? null
                : new Problem(refused.said().type(), refused.said().title(), refused.status(), refused.said().detail(),
                        refused.violations(), null);
    }

    /**
     * The page again, with the problem on it and the problem's status.
     *
     * @throws Refused itself where the page could not be shown either: not signed in, nothing there (but for what a field names), service away
     */
    public Response shown(Refused refused, Function<Refused, String> page) {
        if (refused.status() == 401 || refused.status() == 404 && refused.violations().isEmpty()) {
            throw refused;
        }
        return Response.status(refused.status()).entity(page.apply(refused)).type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .build();
    }
}
