package it.milanoaiuta.delivery;

import jakarta.enterprise.context.ApplicationScoped;

/** Says whether the copies this service keeps of another's rows are recent enough to authorise a write. */
@ApplicationScoped
public class Freshness {

    /**
     * Fails closed: call it before a write whose authorisation rests on a copy (domain, People and what they may do).
     *
     * @param topic for example <code>volunteers.organisations</code>
     * @throws CopyLags 503 with Retry-After when a stream of the topic is blocked or lags over 60 s
     */
    public void require(String topic) {
        throw new UnsupportedOperationException();
    }
}
