package it.milanoaiuta.platform.web;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a collection, by keyset.
 *
 * @param items at most the asked number, in the collection's order
 * @param next opaque cursor of the following page, null on the last one
 */
public record Page<T>(List<T> items, String next) {

    /**
     * Cuts a page out of rows that were read with <code>limit size + 1</code>.
     *
     * @param cursor makes the cursor from the last item shown
     */
    static <T> Page<T> of(List<T> rows, int size, Function<T, Cursor> cursor) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, size);
        return new Page<>(shown, cursor.apply(shown.get(size - 1)).encoded());
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
