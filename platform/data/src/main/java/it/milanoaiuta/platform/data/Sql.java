package it.milanoaiuta.platform.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * Plain SQL, for tables that no persistence context may hold: inside a JTA transaction on its connection, outside one
 * statement by statement. Parameters may be <code>Instant</code>s, and arrays of what the tables have.
 */
public class Sql {

    private final DataSource dataSource;

    public Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param row a record, whose constructor takes the columns in their order and in which what may be null is no primitive; or the
     *        type of the only column
     * @throws SqlFailure when the statement fails
     */
    public <T> List<T> query(String sql, Class<T> row, Object... parameters) {
        RowReader<T> reader = RowReader.of(row);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = bind(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** As {@link #query}; no column of the row is null when it is asked for alone. */
    public <T> Optional<T> first(String sql, Class<T> row, Object... parameters) {
        return query(sql, row, parameters).stream().findFirst();
    }

    /**
     * Whether there is such a row.
     *
     * @throws SqlFailure when the statement fails
     */
    public boolean any(String sql, Object... parameters) {
        return first("select exists (" + sql + ")", Boolean.class, parameters).orElseThrow();
    }

    /**
     * @return how many rows were changed
     * @throws SqlFailure when the statement fails
     */
    public int update(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = bind(connection, sql, parameters)) {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static PreparedStatement bind(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, asSql(connection, parameters[i]));
        }
        return statement;
    }

    private static Object asSql(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return value instanceof Object[] array ? connection.createArrayOf(elementsOf(array), array) : value;
    }

    private static String elementsOf(Object[] array) {
        Class<?> type = array.getClass().getComponentType();
        if (type == UUID.class) {
            return "uuid";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Long.class) {
            return "bigint";
        }
        if (type == Integer.class) {
            return "int";
        }
        if (type == Boolean.class) {
            return "boolean";
        }
        if (type == byte[].class) {
            return "bytea";
        }
        throw new IllegalArgumentException("No array of " + type + " is bound here");
    }
}
