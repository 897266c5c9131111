package it.milanoaiuta.delivery;

import java.sql.SQLException;

import io.quarkus.narayana.jta.QuarkusTransactionException;

/** A statement of this library failed; says whether the database or the statement is to blame. */
class DatabaseFailure extends RuntimeException {

    DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** The first SQLSTATE in a chain of causes, or an empty string. */
    static String stateOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    /** Whether the database blames this constraint. */
    static boolean names(Throwable failure, String constraint) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && String.valueOf(sql.getMessage()).contains(constraint)) {
                return true;
            }
        }
        return false;
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
