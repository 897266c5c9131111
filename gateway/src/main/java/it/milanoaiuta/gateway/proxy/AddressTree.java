package it.milanoaiuta.gateway.proxy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which of some templates (<code>/api/v1/shifts/{id}</code>) an address is of. It looks no deeper than the templates are. */
final class AddressTree {

    /** One segment further. @param template null where none ends */
    private static final class Step {

        private final Map<String, Step> literal = new HashMap<>();
        private Step any;
        private String template;
    }

    private final Step root = new Step();

    AddressTree(Collection<String> templates) {
        templates.forEach(this::add);
    }

    private void add(String template) {
        Step step = root;
        for (String segment : segments(template)) {
            if (!segment.startsWith("{")) {
                step = step.literal.computeIfAbsent(segment, first -> new Step());
            } else {
                step.any = step.any == null ? new Step() : step.any;
                step = step.any;
            }
        }
        step.template = step.template == null ? template : step.template;
    }

    /** @param path plain, see {@link it.milanoaiuta.gateway.page.Address#isPlain} */
    Optional<String> templateOf(String path) {
        return Optional.ofNullable(find(root, segments(path), 0));
    }

    private static String[] segments(String path) {
        return path.substring(1).split("/");
    }

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
