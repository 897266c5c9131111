package it.milanoaiuta.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

class SqlFailureTest {

    private static final String CODE = "organisation_fiscal_code";

    private static RuntimeException failing(String message) {
        return new IllegalStateException("could not execute statement", new SQLException(message, "23505"));
    }

    @Test
    void a_constraint_is_known_by_its_whole_name() {
        assertThat(SqlFailure.names(
                failing("ERROR: duplicate key value violates unique constraint \"organisation_fiscal_code\""), CODE)).isTrue();
        assertThat(SqlFailure.names(
                failing("ERRORE: un valore chiave duplicato viola il vincolo univoco «organisation_fiscal_code»"), CODE))
                .isTrue();
        assertThat(SqlFailure.names(
                failing("ERROR: new row violates check constraint \"organisation_fiscal_code_check\""), CODE)).isFalse();
        assertThat(SqlFailure.names(failing("ERROR: violates unique constraint \"organisation_pkey\"\n"
                + "  Detail: Key (name)=(organisation_fiscal_code) already exists."), CODE)).isFalse();
        assertThat(SqlFailure.names(new IllegalStateException(CODE), CODE)).isFalse();
    }

    @Test
    void only_what_that_constraint_refuses_becomes_the_refusal() {
        RuntimeException taken = new IllegalArgumentException("taken");
        RuntimeException another = failing("ERROR: null value violates not-null constraint");
        assertThatThrownBy(() -> SqlFailure.refusing(CODE, () -> taken, () -> {
            throw failing("ERROR: violates unique constraint \"organisation_fiscal_code\"");
        })).isSameAs(taken);
        assertThatThrownBy(() -> SqlFailure.refusing(CODE, () -> taken, () -> {
            throw another;
        })).isSameAs(another);
        int[] done = {0};
        SqlFailure.refusing(CODE, () -> taken, () -> done[0]++);
        assertThat(done[0]).isEqualTo(1);
    }
}
