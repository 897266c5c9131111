package it.milanoaiuta.gateway.ask;

import it.milanoaiuta.platform.web.Refusal;

/** The service that all of an answer comes from is down or slow: 503. */
public class PartAway extends Refusal {

    static final int COME_BACK_SECONDS = 2;

    PartAway() {
        super(503, "unavailable");
    }

    @Override
    public int retryAfterSeconds() {
        return COME_BACK_SECONDS;
    }
}
