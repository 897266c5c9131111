package it.milanoaiuta.local;

/** A part did not start, or not in time. The message says which, how it ended and what it said last. */
public class PartFailed extends RuntimeException {

    public PartFailed(String message) {
        super(message);
    }

    public PartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
