package it.milanoaiuta.platform.requests;

import it.milanoaiuta.platform.web.Refusal;

/** This Idempotency-Key was sent with another method, path or body: 422, make a new key. */
class KeyReused extends Refusal {

    KeyReused() {
        super(422, "idempotency-key-reused");
    }
}
