package it.milanoaiuta.platform.requests;

import it.milanoaiuta.platform.web.Refusal;

/** The first request with this Idempotency-Key is still running: 409, ask again in a moment. */
class KeyInUse extends Refusal {

    KeyInUse() {
        super(409, "idempotency-key-in-use");
    }

    @Override
    public int retryAfterSeconds() {
        return 2;
    }
}
