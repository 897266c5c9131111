package it.milanoaiuta.platform.requests;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * What makes the current {@link Idempotent} request the same as another. The method says by {@link #claim} that its caller may
 * do this. A statement that claims the key itself passes the three values to the SQL function <code>idempotency_claim</code>.
 */
@RequestScoped
public class RequestKey {

    @Inject
    StoredAnswers answers;

    private String principal;
    private UUID key;
    private byte[] fingerprint;
    private boolean answeredBefore;
    private boolean claimed;

    /** Whose key it is: the caller's name in her token; all visitors share one. */
    public String principal() {
        return principal;
    }

    /** The header <code>Idempotency-Key</code>. */
    public UUID key() {
        return key;
    }

    /**
     * Keyed hash over method, path, query and body as they came; once for each secret the service knows, as
     * <code>idempotency_claim</code> takes it.
     */
    public byte[] fingerprint() {
        return fingerprint;
    }

    /**
     * To be called once it is known that the caller may do this, and before anything is changed: whoever did it before leaves
     * the method here, with the answer she was given then. Whoever may not do it any more is refused before.
     *
     * @throws it.milanoaiuta.platform.web.Refusal 409 when the first request is still running, 422 when the key belongs to another
     */
    public void claim() {
        if (!claimed) {
            answers.claim(this).ifPresent(before -> {
                throw new Replay(before);
            });
            claimed = true;
        }
    }

    boolean isClaimed() {
        return claimed;
    }

    /** Says that the answer was given before; it then carries <code>Idempotent-Replayed: true</code>. */
    public void answeredBefore() {
        answeredBefore = true;
    }

    boolean isAnsweredBefore() {
        return answeredBefore;
    }

    void identify(String principal, UUID key, byte[] fingerprint) {
        this.principal = principal;
        this.key = key;
        this.fingerprint = fingerprint;
    }
}
