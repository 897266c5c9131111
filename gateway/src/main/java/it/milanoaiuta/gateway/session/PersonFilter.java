package it.milanoaiuta.gateway.session;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import it.milanoaiuta.defaults.Refusal;
import it.milanoaiuta.gateway.proxy.RateLimit;

/** Counts the pages of a signed-in person, by herself; her network was counted at the door. */
public class PersonFilter {

    static class TooMany extends Refusal {

        private final int seconds;

        TooMany(int seconds) {
            super(429, "too-many", seconds);
            this.seconds = seconds;
        }

        @Override
        public int retryAfterSeconds() {
            return seconds;
        }
    }

    @Inject
    CurrentIdentityAssociation identity;

    @Inject
    RateLimit limit;

    /** Not blocking: the identity may still have to be asked for. */
    @ServerRequestFilter
    public Uni<Void> count(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith("/app/")) {
            return Uni.createFrom().voidItem();
        }
        return identity.getDeferredIdentity().invoke(this::count).replaceWithVoid();
    }

    private void count(SecurityIdentity person) {
        int wait = person.isAnonymous() ? 0 : limit.takeForPerson(person.getPrincipal().getName());
        if (wait > 0) {
            throw new TooMany(wait);
        }
    }
}
