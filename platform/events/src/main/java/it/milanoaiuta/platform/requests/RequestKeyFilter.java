package it.milanoaiuta.platform.requests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

import io.quarkus.arc.NoClassInterceptors;
import io.quarkus.security.identity.SecurityIdentity;
import it.milanoaiuta.platform.web.InvalidField;

/**
 * Reads the key of an {@link Idempotent} request and takes the fingerprint of its body before anything parses it. The
 * annotation binds this filter and the interceptor alike; the filter itself is not to be intercepted.
 */
@Provider
@Idempotent
class RequestKeyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("\"?(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\"?");

    @Inject
    SecurityIdentity identity;

    @Inject
    RequestKey request;

    @Inject
    Fingerprints fingerprints;

    @Override
    @NoClassInterceptors
    public void filter(ContainerRequestContext context) throws IOException {
        byte[] body = context.getEntityStream().readAllBytes();
        context.setEntityStream(new ByteArrayInputStream(body));
        request.identify(
                identity.isAnonymous() ? "visitor" : identity.getPrincipal().getName(),
                key(context.getHeaderString(HEADER)),
                fingerprints.of(context.getMethod(), context.getUriInfo().getRequestUri(), body));
    }

    @Override
    @NoClassInterceptors
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (request.isAnsweredBefore()) {
            response.getHeaders().putSingle("Idempotent-Replayed", "true");
        }
    }

    private static UUID key(String header) {
        var key = KEY.matcher(header == null ? "" : header.strip());
        if (!key.matches()) {
            throw new InvalidField(HEADER, header == null ? "idempotency-key-missing" : "idempotency-key-malformed");
        }
        return UUID.fromString(key.group(1));
    }
}
