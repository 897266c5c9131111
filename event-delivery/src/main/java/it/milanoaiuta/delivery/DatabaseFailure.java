package it.milanoaiuta.delivery;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import it.milanoaiuta.defaults.http.Outage;

/** A statement of this library failed; says whether the database or the statement is to blame. */
class DatabaseFailure extends RuntimeException {

    /** Classes of SQLSTATE: no such value, a constraint, a row too large. */
    private static final Set<String> OF_THE_DATA = Set.of("22", "23", "54");
    private static final int DEEPEST = 20;

    DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /**
     * Whether the same, tried again, will succeed without anybody's help: an outage, a deadlock, a lock or a statement that took
     * too long. Never a reason to park or quarantine anything.
     */
    static boolean passes(Throwable failure) {
        return Outage.causes(failure);
    }

    /** Whether the database refuses the very data it is given. */
    static boolean blamesTheData(Throwable failure) {
        String state = stateOf(failure);
        return state.length() == 5 && OF_THE_DATA.contains(state.substring(0, 2));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
    }

    /** The first SQLSTATE in a chain of causes, or an empty string. */
    static String stateOf(Throwable failure) {
        return causes(failure).filter(SQLException.class::isInstance).map(sql -> ((SQLException) sql).getSQLState())
                .filter(Objects::nonNull).findFirst().orElse("");
    }

    /** Whether the database blames this constraint. */
    static boolean names(Throwable failure, String constraint) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException && String.valueOf(cause.getMessage()).contains(constraint));
    }

    /**
     * What made a commit fail: the transaction manager hides the database's word in the cause of a suppressed exception,
     * where nobody who has to tell an outage from a mistake would look.
     */
    static RuntimeException behind(QuarkusTransactionException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            for (Throwable suppressed : cause.getSuppressed()) {
                for (Throwable reason = suppressed; reason != null; reason = reason.getCause()) {
                    if (reason instanceof SQLException sql) {
                        return new DatabaseFailure(sql);
                    }
                }
            }
        }
        return failed;
    }
}
