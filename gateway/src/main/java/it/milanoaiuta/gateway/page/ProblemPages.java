package it.milanoaiuta.gateway.page;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import it.milanoaiuta.platform.web.Problem;

/**
 * A resource's problem becomes a page where a person asked for one. What she typed into a form while a service was away is on
 * it, to be sent once more: the form's own key makes that safe.
 */
public class ProblemPages {

    @Inject
    Pages pages;

    @Inject
    Page page;

    @ServerResponseFilter
    public void asPage(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem
                && Pages.wanted("/" + request.getUriInfo().getPath().replaceFirst("^/", ""),
                        request.getHeaderString(HttpHeaders.ACCEPT))) {
            response.setEntity(pages.failure(problem, problem.status() >= 500 ? page.typed() : List.of()), null,
                    MediaType.valueOf(MediaType.TEXT_HTML + ";charset=UTF-8"));
        }
    }
}
