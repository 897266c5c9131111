package it.milanoaiuta.platform.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;

import org.jboss.resteasy.reactive.RestQuery;

/**
 * Which page of a collection is asked for: <code>@BeanParam @Valid Paging paging</code>. A number out of range and a cursor that was
 * not made here are 400, as fields <code>limit</code> and <code>cursor</code>.
 */
public class Paging {

    /** No id comes before it, as PostgreSQL orders them: where a list by id begins. */
    public static final UUID FIRST_ID = new UUID(0, 0);

    /** No id comes after it: where a list begins that shows the newest id first. */
    public static final UUID LAST_ID = new UUID(-1, -1);

    /** No time we keep comes after it: where a list begins that shows the latest first. */
    public static final Instant LAST_TIME = Instant.parse("2999-12-31T23:59:59.999999Z");

    @RestQuery
    String cursor;

    @RestQuery
    @DefaultValue("50")
    @Min(1)
    @Max(100)
    int limit;

    /**
     * Where the page begins: behind the last item of the page before, else behind these values.
     *
     * @param first one for each value of the sort key, most significant first, before whatever the list holds
     * @throws InvalidField naming <code>cursor</code> when it was not made here, or of another key
     */
    public Cursor from(Object... first) {
        return Cursor.decode(cursor, first.length).orElseGet(() -> Cursor.after(first));
    }

    /** How many rows to read: one more than is shown, by which the page knows whether another follows. */
    public int rows() {
        return limit + 1;
    }

    /**
     * The answer.
     *
     * @param rows at most {@link #rows}, in the collection's order
     * @param cursor the sort key of an item
     */
    public <T> Page<T> page(List<T> rows, Function<T, Cursor> cursor) {
        return Page.of(rows, limit, cursor);
    }
}
