package it.milanoaiuta.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import it.milanoaiuta.local.TestStack;

/** A database as the oracle looks at it: a connection for each look, because the server comes and goes. */
record Db(TestStack.Database database) {

    List<String> rows(String sql, Object... parameters) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = bound(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(result.getString(i));
                }
                rows.add(String.join(" ", columns.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }

    long number(String sql, Object... parameters) throws SQLException {
        return Long.parseLong(rows(sql, parameters).get(0));
    }

    void run(String sql, Object... parameters) throws SQLException {
        try (Connection connection = connect(); PreparedStatement statement = bound(connection, sql, parameters)) {
            statement.execute();
        }
    }

    /** Several statements that see one moment, and happen together. */
    void together(List<String> statements) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    /** Keeps a transaction open meanwhile that has executed a statement. */
    void meanwhile(String statement, Happening happening) throws Exception {
        try (Connection connection = connect(); Statement first = connection.createStatement()) {
            connection.setAutoCommit(false);
            first.execute(statement);
            happening.happens();
            connection.rollback();
        }
    }

    interface Happening {
        void happens() throws Exception;
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url() + "?connectTimeout=2&socketTimeout=30", database.user(),
                database.password());
    }
}
