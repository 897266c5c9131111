package it.milanoaiuta.delivery;

import it.milanoaiuta.defaults.Refusal;

/** This Idempotency-Key was sent with another method, path or body: 422, make a new key. */
class KeyReused extends Refusal {

    KeyReused() {
        super(422, "idempotency-key-reused");
    }
}
