package it.milanoaiuta.gateway.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What a cache must know of an answer: text may come compressed, and a page is in the reader's language. That one's own is kept
 * by nobody has been said at the door.
 */
public class PageHeaders {

    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        String type = response.getMediaType() == null ? "" : response.getMediaType().toString();
        if (type.startsWith("text/") || type.contains("json") || type.contains("yaml")) {
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        String path = "/" + request.getUriInfo().getPath().replaceFirst("^/", "");
        if (type.startsWith("text/html") && !Address.isPrivate(path)) {
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
    }
}
