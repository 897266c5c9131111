package it.milanoaiuta.platform.events.stream;

import java.time.Duration;
import java.util.Optional;

import org.jboss.logging.Logger;

/**
 * Tells of an outage twice, when it begins and when it is over. What fails in between is the same news: a line for every
 * attempt would bury the others when somebody needs them most.
 */
public class OutageLog {

    private final Logger log;
    private final String what;
    private long since;
    private boolean isOut;

    /** @param what a sentence that says what does not go on */
    public OutageLog(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    public synchronized void failed(Throwable failure) {
        String why = Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getName());
        if (isOut) {
            log.debugf("%s still: %s", what, why);
            return;
        }
        isOut = true;
        since = System.nanoTime();
        log.warnf("%s: %s", what, why);
    }

    public synchronized void over() {
        if (isOut) {
            isOut = false;
            log.warnf("%s; that is over after %d s", what, Duration.ofNanos(System.nanoTime() - since).toSeconds());
        }
    }
}
