package it.milanoaiuta.delivery;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

/**
 * What makes the current {@link Idempotent} request the same as another. A statement that claims the key itself passes the
 * three values to the SQL function <code>idempotency_claim</code>.
 */
@RequestScoped
public class RequestKey {

    private String principal;
    private UUID key;
    private byte[] fingerprint;
    private boolean answeredBefore;

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
