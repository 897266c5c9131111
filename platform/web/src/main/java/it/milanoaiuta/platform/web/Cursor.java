package it.milanoaiuta.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where a page ended: the values of its sort key, opaque to the caller.
 *
 * @param values the sort key of the last item, most significant first
 */
public record Cursor(List<String> values) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor after(Object... values) {
        return new Cursor(java.util.Arrays.stream(values).map(String::valueOf).toList());
    }

    /**
     * @param encoded what an earlier page gave as <code>next</code>, or null for the first page
     * @param size how many values the sort key has
     * @return empty for the first page
     * @throws InvalidField naming <code>cursor</code> when it was not made here
     */
    static Optional<Cursor> decode(String encoded, int size) {
        if (encoded == null || encoded.isBlank()) {
            return Optional.empty();
        }
        try {
            String text = Scalars.text(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
            List<String> values = List.of(text.split(SEPARATOR, -1));
            if (values.size() == size) {
                return Optional.of(new Cursor(values));
            }
        } catch (IllegalArgumentException notOurs) {
            // falls through to the same answer
        }
        throw new InvalidField("cursor", "cursor-invalid");
    }

    /**
     * One value of the sort key as what it is, for example <code>cursor.at(0, Integer::valueOf)</code>.
     *
     * @throws InvalidField naming <code>cursor</code> when the value is not of this kind
     */
    public <T> T at(int index, Function<String, T> kind) {
        try {
            return kind.apply(values.get(index));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw new InvalidField("cursor", "cursor-invalid");
        }
    }

    /** {@link #at} for an id. */
    public UUID id(int index) {
        return at(index, Scalars::uuid);
    }

    /** {@link #at} for a time that the database knows too. */
    public Instant time(int index) {
        return at(index, Scalars::instant);
    }

    /** {@link #at} for a day that the database knows too. */
    public LocalDate day(int index) {
        return at(index, Scalars::day);
    }

    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }
}
