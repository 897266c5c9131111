package it.milanoaiuta.delivery;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Messages to people: decided exactly once for a cause, a person and a kind, in the transaction of the change; sent at least
 * once with a stable id (domain, Messages).
 */
@ApplicationScoped
public class Messages {

    /**
     * @param cause what it is about, for example the sign-up's id
     * @param person whom it is for: an opaque id of this service
     * @param kind closed-list code, for example <code>WAITING_PROMOTED</code>
     * @return false when it had been decided before
     */
    public boolean decide(UUID cause, UUID person, String kind) {
        throw new UnsupportedOperationException();
    }

    /** Sends a decided message. A service provides one bean; without one, messages wait. */
    public interface Courier {

        /**
         * @param id stable across attempts, for the channel's own de-duplication
         * @throws RuntimeException to be tried again later
         */
        void send(UUID id, UUID cause, UUID person, String kind);
    }
}
