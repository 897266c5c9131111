package it.milanoaiuta.delivery;

import it.milanoaiuta.defaults.Refusal;

/** What this service knows of another is too old to decide who may do this: 503, nothing was changed. */
public class CopyLags extends Refusal {

    public CopyLags() {
        super(503, "copy-lags");
    }

    @Override
    public int retryAfterSeconds() {
        return 10;
    }
}
