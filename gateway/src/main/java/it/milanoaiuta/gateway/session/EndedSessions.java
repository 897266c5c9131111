package it.milanoaiuta.gateway.session;

import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OidcProviderClient;
import io.quarkus.oidc.TokenIntrospection;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import it.milanoaiuta.gateway.page.Address;

/**
 * A session that has ended at Keycloak (signed out, ended by an administrator, account disabled) is over at the next page, on
 * every replica: Keycloak is asked at each page of one's own (docs/adr/008). While Keycloak does not answer the token is
 * believed, for the five minutes it lasts.
 */
public class EndedSessions {

    private static final Logger LOG = Logger.getLogger(EndedSessions.class);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Inject
    CurrentIdentityAssociation identity;

    /** After the person's rate is counted: whoever sends too much does not reach Keycloak through us. */
    @ServerRequestFilter(priority = Priorities.USER + 100)
    public Uni<Void> refuse(ContainerRequestContext request) {
        if (!Address.isPrivate(request.getUriInfo().getPath())) {
            return Uni.createFrom().voidItem();
        }
        return identity.getDeferredIdentity()
                .flatMap(person -> person.isAnonymous() ? Uni.createFrom().item(true) : isLive(person))
                .invoke(live -> {
                    if (!live) {
                        throw new UnauthorizedException("The session has ended.");
                    }
                }).replaceWithVoid();
    }

    private static Uni<Boolean> isLive(SecurityIdentity person) {
        OidcProviderClient keycloak = person.getAttribute(OidcProviderClient.class.getName());
        String token = person.getCredential(AccessTokenCredential.class).getToken();
        return keycloak.introspectAccessToken(token).map(TokenIntrospection::isActive).ifNoItem().after(PATIENCE).fail()
                .onFailure().recoverWithItem(away -> {
                    LOG.warnf("whether a session has ended could not be asked: %s", away);
                    return true;
                }).flatMap(live -> live ? Uni.createFrom().item(true) : isContradicted(keycloak, token));
    }

    /**
     * A realm that does not name the gateway as an audience calls every token dead, and its login would lead back here for ever.
     * But a session that has ended opens nothing: whoever still learns by her token who she is, is signed in.
     */
    private static Uni<Boolean> isContradicted(OidcProviderClient keycloak, String token) {
        return keycloak.getUserInfo(token).ifNoItem().after(PATIENCE).fail().map(opened -> {
            LOG.error("Keycloak calls a session ended that is not: the realm is not of this version, or the client 'gateway'"
                    + " has no mapper that names it as an audience (deploy/keycloak).");
            return true;
        }).onFailure().recoverWithItem(false);
    }
}
