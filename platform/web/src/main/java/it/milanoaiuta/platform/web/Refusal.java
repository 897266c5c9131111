package it.milanoaiuta.platform.web;

import java.util.List;

/**
 * A rule said no. Each refusal is a subclass named after what went wrong (<code>ShiftFull</code>), with a status and a
 * sentence a person can act on. It leaves the service as problem details (RFC 9457): <code>type</code> is
 * <code>/problems/{code}</code>, the sentence comes from the service's resource bundle <code>refusals</code> (key = code)
 * in the caller's language. Thrown inside a transaction it rolls the transaction back.
 */
public abstract class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final transient Object[] arguments;

    /**
     * @param status HTTP status, 4xx or 503
     * @param code kebab-case name, the key of the sentence in <code>refusals*.properties</code>
     * @param arguments fill the sentence's {0}, {1} …; never personal data
     */
    protected Refusal(int status, String code, Object... arguments) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = arguments;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments;
    }

    /** The fields that are to blame, empty when no single field is. */
    public List<Violation> violations() {
        return List.of();
    }

    /** Seconds after which trying again makes sense (header Retry-After), or 0 for none. */
    public int retryAfterSeconds() {
        return 0;
    }
}
