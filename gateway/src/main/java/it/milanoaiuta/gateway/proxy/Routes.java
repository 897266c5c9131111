package it.milanoaiuta.gateway.proxy;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import it.milanoaiuta.gateway.web.ApiDocument;
import it.milanoaiuta.platform.web.http.Entrance;

/**
 * The route an address is of, as metrics name it: by the template in the services' contracts and never by the address, which
 * holds codes and ids.
 */
@ApplicationScoped
class Routes {

    /** One segment further. @param template null where none ends */
    private static final class Step {

        private final Map<String, Step> literal = new HashMap<>();
        private Step any;
        private String template;
    }

    private final Step root = new Step();

    Routes(ApiDocument document) {
        document.paths().forEach(this::add);
    }

    private void add(String template) {
        Step step = root;
        for (String segment : template.substring(1).split("/")) {
            if (!segment.startsWith("{")) {
                step = step.literal.computeIfAbsent(segment, first -> new Step());
            } else {
                step.any = step.any == null ? new Step() : step.any;
                step = step.any;
            }
        }
        step.template = template;
    }

    /** @param path plain, see {@link Door#isPlain} */
    String of(String path) {
        String template = find(root, path.split("/"), 1);
        return template == null ? Entrance.OTHER_ROUTE : template;
    }

    /** No deeper than the templates are. */
    private static String find(Step step, String[] segments, int at) {
        if (step == null) {
            return null;
        }
        if (at == segments.length) {
            return step.template;
        }
        String found = find(step.literal.get(segments[at]), segments, at + 1);
        return found != null ? found : find(step.any, segments, at + 1);
    }
}
