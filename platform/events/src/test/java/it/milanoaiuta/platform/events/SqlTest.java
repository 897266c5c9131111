package it.milanoaiuta.platform.events;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.testing.SqlTexts;

/** Tables stand in migrations, functions and views in their current text. */
@QuarkusTest
class SqlTest {

    @Inject
    Flyway flyway;

    @Inject
    Database database;

    @Test
    void each_function_and_view_has_one_current_text() {
        new SqlTexts(flyway).eachFunctionAndViewHasOneCurrentText();
    }

    @Test
    void migrations_make_no_functions_and_views() {
        new SqlTexts(flyway).migrationsMakeNoFunctionsAndViews();
    }

    @Test
    void what_a_migration_drops_is_made_again() {
        new SqlTexts(flyway).whatAMigrationDropsIsMadeAgain();
    }

    @Test
    void a_text_that_another_version_put_and_this_one_does_not_know_stops_no_start() {
        database.update("""
                insert into flyway_schema_history (installed_rank, description, type, script, checksum, installed_by, execution_time,
                  success) values (1000, 'known elsewhere', 'SQL', 'R__known_elsewhere.sql', 1, current_user, 0, true)""");
        try {
            flyway.migrate();
        } finally {
            database.update("delete from flyway_schema_history where installed_rank = 1000");
        }
    }
}
