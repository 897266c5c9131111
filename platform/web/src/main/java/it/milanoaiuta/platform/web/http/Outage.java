package it.milanoaiuta.platform.web.http;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.VertxException;

/**
 * Tells what passes by itself (503, come back; an event is applied again) from what is our mistake (500; an event is parked).
 */
public final class Outage {

    /** Classes of SQLSTATE: connection, rollback (deadlock), resources, operator's intervention, system error. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");
    /** A lock that was not got in time; a server that is read-only while its standby takes over. */
    private static final Set<String> PASSING = Set.of("55P03", "25006");

    private Outage() {}

    public static boolean causes(Throwable thrown) {
        return everythingIn(thrown).stream().anyMatch(cause -> cause instanceof SQLException sql && passes(sql));
    }

    /**
     * Whether the login cannot be asked, or fails by itself. A session it does not know any more (invalid_grant: signed out,
     * ended by an administrator, account disabled, too old) is no outage: whoever had it signs in again.
     */
    static boolean ofTheLogin(Throwable thrown) {
        return everythingIn(thrown).stream().anyMatch(cause -> isOfTheNetwork(cause)
                || cause instanceof OIDCException said && !isEndOfSession(said));
    }

    /** Quarkus replaces a connection's failure by its cause, and that of one which broke off by a NullPointerException. */
    private static boolean isOfTheNetwork(Throwable cause) {
        return cause instanceof IOException && !(cause instanceof JsonProcessingException)
                || cause instanceof TimeoutException || cause instanceof VertxException
                || cause instanceof NullPointerException;
    }

    private static boolean isEndOfSession(OIDCException said) {
        return said.getMessage() != null && said.getMessage().contains("\"invalid_grant\"");
    }

    /** Causes and what was suppressed, at any depth: a commit that failed hides its SQLException in the cause of a suppressed one. */
    private static Set<Throwable> everythingIn(Throwable thrown) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(thrown));
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (found.add(next)) {
                Stream.concat(Stream.ofNullable(next.getCause()), Stream.of(next.getSuppressed())).forEach(open::push);
            }
        }
        return found;
    }

    private static boolean passes(SQLException thrown) {
        String state = thrown.getSQLState();
        if (state == null) {
            // Agroal's own: no connection within the acquisition timeout, or the pool is closing
            return true;
        }
        return thrown instanceof SQLTransientException || PASSING.contains(state)
                || PASSING_CLASSES.contains(state.substring(0, 2));
    }
}
