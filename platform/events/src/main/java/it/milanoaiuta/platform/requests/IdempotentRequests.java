package it.milanoaiuta.platform.requests;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import it.milanoaiuta.platform.data.SqlFailure;
import it.milanoaiuta.platform.events.outbox.Relay;

/**
 * Runs an {@link Idempotent} method once for its key: key row, change, events and answer commit together or not at all. The
 * method claims the key, after its guard.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentRequests {

    @Inject
    EntityManager entities;

    @Inject
    RequestKey request;

    @Inject
    StoredAnswers answers;

    @Inject
    Relay relay;

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        return isInStatement(call) ? inStatement(call) : inTransaction(call);
    }

    private Object inTransaction(InvocationContext call) throws Exception {
        QuarkusTransaction.begin();
        try {
            Object returned = call.proceed();
            Answer answer = answers.answerOf(returned, call.getMethod());
            if (answer.isRefusal()) {
                QuarkusTransaction.rollback();
                return returned;
            }
            mustBeClaimed(call);
            entities.flush(); // a constraint then fails as itself and not as a failed commit
            answers.keep(request, answer);
            QuarkusTransaction.commit();
            return returned;
        } catch (QuarkusTransactionException uncommitted) {
            rollBack();
            throw SqlFailure.behind(uncommitted);
        } catch (Throwable refused) {
            rollBack();
            throw refused;
        }
    }

    /** Otherwise whoever repeats it would do it again; and whether she still may would be asked too late, or never. */
    private void mustBeClaimed(InvocationContext call) {
        if (!request.isClaimed()) {
            throw new IllegalStateException(call.getMethod() + " never claimed its key: RequestKey.claim, after the guard");
        }
    }

    private static void rollBack() {
        if (QuarkusTransaction.isActive()) {
            QuarkusTransaction.rollback();
        }
    }

    private Object inStatement(InvocationContext call) throws Exception {
        try {
            Object returned = call.proceed();
            relay.wake(); // its statement may have told something, and committed
            return returned;
        } catch (RuntimeException failure) {
            throw StoredAnswers.refusalOf(failure);
        }
    }

    private static boolean isInStatement(InvocationContext call) {
        Idempotent onMethod = call.getMethod().getAnnotation(Idempotent.class);
        Idempotent binding = onMethod != null
                ? onMethod
                : call.getMethod().getDeclaringClass().getAnnotation(Idempotent.class);
        return binding.inStatement();
    }
}
