package it.milanoaiuta.platform.data;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;

/**
 * Reads a row into a record, whose constructor takes the columns in their order, or into the value of its only column. What may be
 * null is no primitive.
 */
final class RowReader<T> {

    private static final ClassValue<RowReader<?>> READERS = new ClassValue<>() {
        @Override
        protected RowReader<?> computeValue(Class<?> type) {
            return type.isRecord() ? new RowReader<>(type, columnsOf(type)) : new RowReader<>(type, type);
        }
    };

    private final Class<T> type;
    private final Class<?>[] columns;

    /** Null for the value of a column. */
    private final Constructor<T> constructor;

    private RowReader(Class<T> type, Class<?>... columns) {
        this.type = type;
        this.columns = columns;
        this.constructor = type.isRecord() ? constructor(type, columns) : null;
    }

    @SuppressWarnings("unchecked") // each is of the class it is kept for
    static <T> RowReader<T> of(Class<T> type) {
        return (RowReader<T>) READERS.get(type);
    }

    private static Class<?>[] columnsOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
    }

    private static <T> Constructor<T> constructor(Class<T> type, Class<?>[] columns) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(columns);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException when the columns are not those of the record */
    T read(ResultSet row) throws SQLException {
        if (row.getMetaData().getColumnCount() != columns.length) {
            throw new IllegalStateException("Not " + columns.length + " columns, as of " + type.getName());
        }
        Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = value(row, i + 1, columns[i]);
        }
        return constructor == null ? type.cast(values[0]) : made(values);
    }

    private T made(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalStateException("The columns are not those of " + type.getName(), e);
        }
    }

    private static Object value(ResultSet row, int column, Class<?> type) throws SQLException {
        if (type == String.class) {
            return row.getString(column); // also of what is JSON
        }
        if (type == byte[].class) {
            return row.getBytes(column);
        }
        if (type == Instant.class) {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
        return row.getObject(column, MethodType.methodType(type).wrap().returnType());
    }
}
