package it.milanoaiuta.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * Compresses text that has no entity tag. Compressed bytes would need a weak tag, and a weak tag cannot be given back in
 * If-Match; what is contended is small anyway.
 */
final class Compression {

    private Compression() {}

    /** Quarkus has marked every answer <code>identity</code>; without the mark the HTTP server compresses it. */
    static void decide(HttpServerResponse response) {
        String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
        boolean text = type != null && (type.startsWith("text/") || type.contains("json") || type.contains("yaml"));
        if (text && !response.headers().contains(HttpHeaders.ETAG)) {
            response.headers().remove(HttpHeaders.CONTENT_ENCODING);
            response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }
}
