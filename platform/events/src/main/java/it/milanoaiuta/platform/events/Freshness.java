package it.milanoaiuta.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.data.Database;

/**
 * Says whether the copies this service keeps of another's rows are recent enough to authorise a write. It rests on what the
 * inbox knows (a blocked aggregate, an event that waits for its forerunner) and on what the minute's audit found missing. A
 * producer that cannot be asked is no lag by itself: while it is down nothing changes there.
 */
@ApplicationScoped
public class Freshness {

    @Inject
    Database database;

    /**
     * Fails closed: call it before a write whose authorisation rests on a copy (domain, People and what they may do).
     *
     * @param topic for example <code>volunteers.organisations</code>
     * @throws CopyLags 503 with Retry-After when a stream of the topic is blocked or lags over 60 s
     */
    public void mustBeRecent(String topic) {
        boolean lags = database.first("""
                select exists (select from inbox_stream where aggregate_type = ? and blocked_since is not null)
                    or exists (select from inbox where aggregate_type = ? and state = 'pending'
                               and received_at < clock_timestamp() - interval '60 seconds')
                    or exists (select from producer_gap where aggregate_type = ?
                               and since < clock_timestamp() - interval '60 seconds')""",
                Boolean.class, topic, topic, topic).orElseThrow();
        if (lags) {
            throw new CopyLags();
        }
    }
}
