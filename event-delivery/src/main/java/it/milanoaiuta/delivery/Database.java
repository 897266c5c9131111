package it.milanoaiuta.delivery;

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

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;

/**
 * Plain SQL on the service's database: inside a JTA transaction on its connection, outside one statement by statement. The
 * tables of this library are no entities, so that no service's persistence context ever sees them.
 */
@ApplicationScoped
class Database {

    @Inject
    AgroalDataSource dataSource;

    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, Row<T> row, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = bind(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, Object... parameters) {
        return query(sql, row, parameters).stream().findFirst();
    }

    /** @return how many rows were changed */
    int update(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = bind(connection, sql, parameters)) {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private PreparedStatement bind(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, asSql(connection, parameters[i]));
        }
        return statement;
    }

    private Object asSql(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof UUID[] array) {
            return connection.createArrayOf("uuid", array);
        }
        if (value instanceof String[] array) {
            return connection.createArrayOf("text", array);
        }
        if (value instanceof Long[] array) {
            return connection.createArrayOf("bigint", array);
        }
        if (value instanceof Boolean[] array) {
            return connection.createArrayOf("boolean", array);
        }
        if (value instanceof Integer[] array) {
            return connection.createArrayOf("int", array);
        }
        return value;
    }
}
