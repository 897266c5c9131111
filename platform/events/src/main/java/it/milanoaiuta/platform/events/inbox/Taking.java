package it.milanoaiuta.platform.events.inbox;

import java.util.List;

/** Takes in what was heard; an interface, so that fault tests can decorate it. */
public interface Taking {

    /** @throws RuntimeException in an outage: nothing, or a part, is applied; come again with the same records */
    void take(List<HeardRecord> records);
}
