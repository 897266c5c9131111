package it.milanoaiuta.platform.testing;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.enterprise.inject.spi.CDI;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;

/** After each test class of a module with event files: whatever it told keeps its contract, no field more, none less. */
public class EveryEventIsChecked implements QuarkusTestAfterAllCallback {

    private static final Set<Object> CHECKED = new HashSet<>();

    @Override
    public void afterAll(QuarkusTestContext context) {
        if (Files.isDirectory(Contracts.OWN)) {
            check(CDI.current().select(DataSource.class).get());
        }
    }

    private static void check(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet told = statement.executeQuery("""
                        select event_id, type, payload::text from outbox
                        union all select event_id, type, payload::text from event_log""")) {
            while (told.next()) {
                if (CHECKED.add(told.getObject(1))) {
                    check(told.getString(2), told.getString(3));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(String type, String payload) {
        Set<String> violations = Contracts.violations(type, Contracts.json(payload));
        if (!violations.isEmpty()) {
            throw new AssertionError("%s breaks its contract: %s in %s".formatted(type, violations, payload));
        }
    }
}
