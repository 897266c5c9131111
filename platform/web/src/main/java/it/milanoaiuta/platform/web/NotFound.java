package it.milanoaiuta.platform.web;

import java.util.List;
import java.util.function.Supplier;

/** There is nothing under this id that the caller may see: a foreign id and an unknown one get the same 404. */
public class NotFound extends Refusal {

    private final transient List<Violation> violations;

    public NotFound() {
        super(404, "not-found");
        violations = List.of();
    }

    /** @param field of the body that names what is not there, for example <code>lines[2].needLineId</code> */
    public NotFound(String field) {
        super(404, "not-found");
        violations = List.of(new Violation(field, "not-found"));
    }

    /** Looks for what a field of the body names; when there is nothing, the answer blames that field. */
    public static <T> T inField(String field, Supplier<T> search) {
        try {
            return search.get();
        } catch (NotFound nothing) {
            throw new NotFound(field);
        }
    }

    /** The same for a check that finds nothing to return. */
    public static void inField(String field, Runnable check) {
        inField(field, () -> {
            check.run();
            return null;
        });
    }

    @Override
    public List<Violation> violations() {
        return violations;
    }
}
