package it.milanoaiuta.gateway.ask;

import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import it.milanoaiuta.platform.web.Problems;

/** A service that was to do something could not be reached or did not answer: 503, and not a mistake of ours (500). */
public class ServiceAway {

    private static final Logger LOG = Logger.getLogger(ServiceAway.class);

    @Inject
    Problems problems;

    @ServerExceptionMapper
    public Response away(ProcessingException away, ContainerRequestContext request) {
        LOG.warnf("answered 503: %s", away.getCause() == null ? away : away.getCause());
        PartAway refusal = new PartAway();
        return problems.response(problems.problem(refusal, request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)),
                refusal.retryAfterSeconds());
    }
}
