package it.milanoaiuta.platform.web.http;

import java.lang.reflect.Method;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.SignInRequired;

/**
 * Where somebody has to be signed in, and no role is asked for, a person is meant: a service is refused before anything is read or
 * looked up, so that no answer tells it what there is.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
class PeopleAlone implements ContainerRequestFilter {

    @Inject
    Caller caller;

    @Context
    ResourceInfo asked;

    @Override
    public void filter(ContainerRequestContext request) {
        // what is public is not asked who comes: a token that is no good is no hindrance there
        if (isForPeople(asked.getResourceMethod()) && caller.isService()) {
            throw new SignInRequired();
        }
    }

    /** As Quarkus reads it: what a method says goes before what its class says. */
    private static boolean isForPeople(Method method) {
        return method.isAnnotationPresent(Authenticated.class)
                || method.getDeclaringClass().isAnnotationPresent(Authenticated.class)
                        && Stream.of(PermitAll.class, RolesAllowed.class, DenyAll.class).noneMatch(method::isAnnotationPresent);
    }
}
