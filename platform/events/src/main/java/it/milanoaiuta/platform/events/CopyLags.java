package it.milanoaiuta.platform.events;

import it.milanoaiuta.platform.web.Refusal;

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
