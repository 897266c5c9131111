package it.milanoaiuta.foodhub;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.SqlTexts;

/** Tables stand in migrations, functions and views in their current text. */
@QuarkusTest
class SqlTest {

    @Inject
    Flyway flyway;

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
}
