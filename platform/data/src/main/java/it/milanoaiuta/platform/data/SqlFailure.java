package it.milanoaiuta.platform.data;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A statement failed; says what the database blames for it. Whether it passes by itself says {@link it.milanoaiuta.platform.web.http.Outage}. */
public class SqlFailure extends RuntimeException {

    /** Classes of SQLSTATE: no such value, a constraint, a row too large. */
    private static final Set<String> OF_THE_DATA = Set.of("22", "23", "54");
    private static final int DEEPEST = 20;

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether the database refuses the very data it is given. */
    public static boolean blamesTheData(Throwable failure) {
        String state = stateOf(failure);
        return state.length() == 5 && OF_THE_DATA.contains(state.substring(0, 2));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
    }

    /** The first SQLSTATE in a chain of causes, or an empty string. */
    public static String stateOf(Throwable failure) {
        return causes(failure).filter(SQLException.class::isInstance).map(sql -> ((SQLException) sql).getSQLState())
                .filter(Objects::nonNull).findFirst().orElse("");
    }

    /** Whether the database blames this constraint: by its whole name, in whatever language, and not by a value it quotes below. */
    public static boolean names(Throwable failure, String constraint) {
        return causes(failure).filter(SQLException.class::isInstance)
                .flatMap(cause -> String.valueOf(cause.getMessage()).lines().limit(1))
                .anyMatch(blame -> List.of(blame.split("\\W+")).contains(constraint));
    }

    /**
     * Does it; a failure that the database blames on this constraint is this refusal, any other stays what it is.
     *
     * @param change of one flush or one statement
     */
    public static void refusing(String constraint, Supplier<? extends RuntimeException> refusal, Runnable change) {
        try {
            change.run();
        } catch (RuntimeException failure) {
            throw names(failure, constraint) ? refusal.get() : failure;
        }
    }

    /**
     * What made a commit fail: the transaction manager hides the database's word in the cause of a suppressed exception,
     * where nobody who has to tell an outage from a mistake would look.
     */
    public static RuntimeException behind(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            for (Throwable suppressed : cause.getSuppressed()) {
                for (Throwable reason = suppressed; reason != null; reason = reason.getCause()) {
                    if (reason instanceof SQLException sql) {
                        return new SqlFailure(sql);
                    }
                }
            }
        }
        return failed;
    }
}
