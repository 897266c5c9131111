package it.milanoaiuta.platform.testing;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Who may, and the status that everybody else is answered: 404 where nothing else is said.
 *
 * @param <W> all there are
 * @param others what is answered to whoever is neither among those who may nor an exception
 * @param knowing who may know that there is such a thing, and yet may not
 */
public record Access<W extends Enum<W>>(Set<W> who, int others, Map<W, Integer> exceptions, Set<W> knowing) {

    private static final int NOT_THERE = 404;

    public static <W extends Enum<W>> Access<W> everybody(Class<W> all) {
        return new Access<>(EnumSet.allOf(all), NOT_THERE, Map.of(), Set.of());
    }

    @SafeVarargs
    public static <W extends Enum<W>> Access<W> everybodyBut(W one, W... more) {
        return new Access<>(EnumSet.complementOf(EnumSet.of(one, more)), NOT_THERE, Map.of(), Set.of());
    }

    /** Nobody when none is given. */
    @SafeVarargs
    public static <W extends Enum<W>> Access<W> only(W... who) {
        return new Access<>(Set.of(who), NOT_THERE, Map.of(), Set.of());
    }

    /** Whoever may not is answered this status. */
    public Access<W> others(int status) {
        return new Access<>(who, status, exceptions, knowing);
    }

    /** One of them is answered this one. */
    public Access<W> but(int status, W one) {
        Map<W, Integer> all = new EnumMap<>(one.getDeclaringClass());
        all.putAll(exceptions);
        all.put(one, status);
        return new Access<>(who, others, all, knowing);
    }

    /** One of them is answered this one, and may see by it that there is such a thing. */
    public Access<W> knowing(int status, W one) {
        Set<W> all = EnumSet.of(one);
        all.addAll(knowing);
        return new Access<>(who, others, but(status, one).exceptions, all);
    }

    boolean allows(W asking) {
        return who.contains(asking);
    }

    /** From one who may not. */
    boolean hidesFrom(W asking) {
        return !knowing.contains(asking);
    }

    /** The status for one who may not. */
    int refusalOf(W asking) {
        return exceptions.getOrDefault(asking, others);
    }
}
