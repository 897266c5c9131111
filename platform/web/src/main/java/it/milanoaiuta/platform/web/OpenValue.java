package it.milanoaiuta.platform.web;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A value of an open list: it describes, and nothing branches on it. The known ones stand in the {@link Schema} of its type, and
 * nowhere else; one that came from a newer version or from another service is kept as it is. Whoever shows it shows an unknown one as
 * something else. Source: ADR 016.
 */
public abstract class OpenValue implements Comparable<OpenValue> {

    /** How any value of an open list is written, known or not. */
    public static final String SHAPE = "^[A-Z][A-Z0-9_]{0,39}$";

    private static final Pattern WRITTEN = Pattern.compile(SHAPE);

    private final String code;

    /** @throws IllegalArgumentException when it is no code at all */
    protected OpenValue(String code) {
        if (code == null || !WRITTEN.matcher(code).matches()) {
            throw new IllegalArgumentException("no code of an open list");
        }
        this.code = code;
    }

    /** @throws IllegalArgumentException when it is no code at all */
    public static <T extends OpenValue> T of(Class<T> list, String code) {
        try {
            return list.getConstructor(String.class).newInstance(code);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The values that the contract knows, in its order. */
    public static List<String> known(Class<? extends OpenValue> list) {
        return List.of(list.getAnnotation(Schema.class).enumeration());
    }

    /**
     * Belongs where somebody brings a value into the world, so that a slip of the pen is no new role; not where one is chosen that is
     * there already.
     *
     * @param field path in the request
     */
    public void mustBeKnown(String field) {
        List<String> known = known(getClass());
        if (!known.contains(code)) {
            throw new UnknownCode(field, known);
        }
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** In the order of the list, those it does not know last. */
    @Override
    public int compareTo(OpenValue other) {
        return Comparator.comparingInt(OpenValue::place).thenComparing(OpenValue::code).compare(this, other);
    }

    private int place() {
        List<String> known = known(getClass());
        return known.contains(code) ? known.indexOf(code) : known.size();
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && other.getClass() == getClass() && ((OpenValue) other).code.equals(code);
    }

    @Override
    public final int hashCode() {
        return code.hashCode();
    }

    /** The code, as sentences and logs say it. */
    @Override
    public final String toString() {
        return code;
    }
}
