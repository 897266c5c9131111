package it.milanoaiuta.volunteers.person;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

import io.quarkus.security.AuthenticationFailedException;
import it.milanoaiuta.platform.web.Caller;

/**
 * Whoever signed in is known from her first request on, whatever she asks for: only known people are named, or recorded, by
 * others (domain, Attendance). Before every endpoint, so that none can forget it; once a person and process, as her row stays.
 */
@Provider
class MeetingPeople implements ContainerRequestFilter {

    /** So many are remembered, then all are forgotten and met again: a few megabytes at most. */
    private static final int MOST_REMEMBERED = 100_000;

    @Inject
    People people;

    @Inject
    Caller caller;

    private final Set<UUID> met = ConcurrentHashMap.newKeySet();

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            caller.subject().filter(subject -> !met.contains(subject)).ifPresent(this::meet);
        } catch (AuthenticationFailedException expired) {
            // Nobody, then; an endpoint that wants somebody says so itself
        }
    }

    private void meet(UUID subject) {
        people.meet(subject);
        if (met.size() >= MOST_REMEMBERED) {
            met.clear();
        }
        met.add(subject);
    }
}
