package it.milanoaiuta.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.SecurityEvent;
import it.milanoaiuta.gateway.ask.Asker;
import it.milanoaiuta.gateway.ask.SignUps;
import it.milanoaiuta.gateway.page.Tongues;

/**
 * Whoever signs in is known to volunteers-service from then on, whatever page she opens first: only known people are named, or
 * recorded, by others (domain, Attendance). Nobody waits for it; while the service is away her next page there makes up for it.
 */
@ApplicationScoped
class SigningIn {

    private static final Logger LOG = Logger.getLogger(SigningIn.class);

    @RestClient
    SignUps signUps;

    void meet(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_LOGIN) {
            String token = event.getSecurityIdentity().getCredential(AccessTokenCredential.class).getToken();
            signUps.mine(new Asker("Bearer " + token, Tongues.OF_THE_CITY.getLanguage()), 1).subscribe().with(known -> {
            }, away -> LOG.infof("volunteers-service does not know yet who signed in: %s", away));
        }
    }
}
