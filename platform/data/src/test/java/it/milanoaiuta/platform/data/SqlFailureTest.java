package it.milanoaiuta.platform.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

class SqlFailureTest {

    private static final String CODE = "organisation_fiscal_code";

    private static RuntimeException failing(String message) {
        return new IllegalStateException("could not execute statement", new SQLException(message, "23505"));
    }

    @Test
    void a_constraint_is_known_by_its_whole_name() {
        assertTrue(SqlFailure.names(
                failing("ERROR: duplicate key value violates unique constraint \"organisation_fiscal_code\""), CODE));
        assertTrue(SqlFailure.names(
                failing("ERRORE: un valore chiave duplicato viola il vincolo univoco «organisation_fiscal_code»"), CODE));
        assertFalse(SqlFailure.names(
                failing("ERROR: new row violates check constraint \"organisation_fiscal_code_check\""), CODE));
        assertFalse(SqlFailure.names(failing("ERROR: violates unique constraint \"organisation_pkey\"\n"
                + "  Detail: Key (name)=(organisation_fiscal_code) already exists."), CODE));
        assertFalse(SqlFailure.names(new IllegalStateException(CODE), CODE));
    }

    @Test
    void only_what_that_constraint_refuses_becomes_the_refusal() {
        RuntimeException taken = new IllegalArgumentException("taken");
        RuntimeException another = failing("ERROR: null value violates not-null constraint");
        assertSame(taken, assertThrows(RuntimeException.class, () -> SqlFailure.refusing(CODE, () -> taken, () -> {
            throw failing("ERROR: violates unique constraint \"organisation_fiscal_code\"");
        })));
        assertSame(another, assertThrows(RuntimeException.class, () -> SqlFailure.refusing(CODE, () -> taken, () -> {
            throw another;
        })));
        int[] done = {0};
        SqlFailure.refusing(CODE, () -> taken, () -> done[0]++);
        assertEquals(1, done[0]);
    }
}
