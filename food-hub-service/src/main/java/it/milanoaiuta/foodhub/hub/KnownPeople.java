package it.milanoaiuta.foodhub.hub;

import java.util.UUID;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;

import org.jboss.logging.Logger;

import it.milanoaiuta.platform.events.Producers;
import it.milanoaiuta.platform.web.InvalidField;

/** Who is somebody: volunteers-service knows the people, this service ids alone. */
@ApplicationScoped
class KnownPeople {

    private static final Logger LOG = Logger.getLogger(KnownPeople.class);

    @Inject
    Producers services;

    private PeopleApi people;

    @PostConstruct
    void connect() {
        people = services.of("volunteers", PeopleApi.class)
                .orElseThrow(() -> new IllegalStateException("delivery.producers.volunteers.url is missing"));
    }

    /**
     * @param field that names her
     * @throws InvalidField when nobody is known by the id
     * @throws PeopleAway 503 when volunteers-service does not say
     */
    void mustKnow(String field, UUID subject) {
        try {
            people.known(subject);
        } catch (WebApplicationException answered) {
            if (answered.getResponse().getStatus() == 404) {
                throw new InvalidField(field, "unknown-person");
            }
            throw away(answered);
        } catch (RuntimeException unreachable) {
            throw away(unreachable);
        }
    }

    private static PeopleAway away(RuntimeException why) {
        LOG.warnf("Whether a person is known was not answered: %s", why.toString());
        return new PeopleAway();
    }
}
