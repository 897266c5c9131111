package it.milanoaiuta.gateway.proxy;

import java.util.regex.Pattern;

/** The addresses under <code>/api/v1</code> that the gateway answers itself. */
final class Own {

    private static final Pattern PATHS = Pattern
            .compile("/api/v1/(home|dashboard|docs|openapi\\.(json|yaml)|hubs/[^/]+/day)");

    private Own() {}

    static boolean isOwn(String path) {
        return PATHS.matcher(path).matches();
    }
}
