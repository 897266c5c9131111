package it.milanoaiuta.faults;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** The change is committed, its answer not yet sent. */
@Provider
public class BeforeReply implements ContainerResponseFilter {

    @Inject
    Failpoints failpoints;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals("POST") && response.getStatus() == 201) {
            failpoints.reached(Failpoints.BETWEEN_COMMIT_AND_REPLY);
        }
    }
}
