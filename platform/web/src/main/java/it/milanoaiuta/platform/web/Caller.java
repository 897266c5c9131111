package it.milanoaiuta.platform.web;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * Who asks. Realm roles are in the token; membership, hub management and assignments are rows of the services and never
 * here.
 */
@RequestScoped
public class Caller {

    @Inject
    SecurityIdentity identity;

    /** The person's <code>sub</code>; empty for a visitor and for a service. */
    public Optional<UUID> subject() {
        if (identity.isAnonymous() || isService()) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(identity.getPrincipal().getName()));
    }

    /**
     * The signed-in person.
     *
     * @throws SignInRequired for a visitor and for a service
     */
    public UUID person() {
        return subject().orElseThrow(SignInRequired::new);
    }

    /** One of our services, and no person. */
    public boolean isService() {
        return identity.hasRole("service");
    }

    public boolean isCoordinator() {
        return identity.hasRole("coordinator");
    }

    public boolean isOperator() {
        return identity.hasRole("operator");
    }
}
