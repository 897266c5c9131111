package it.milanoaiuta.faults;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.Refusal;

/** The producer: takes one place of a capacity and tells it. */
@Path("/places/{id}/takings")
public class PlaceResource {

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    RequestKey key;

    @ConfigProperty(name = "faults.version")
    int version;

    /**
     * @param request makes the body, and so the fingerprint, that of one client's request
     * @param holdMillis how long the transaction stays open after its event has its number: others overtake its commit
     * @param refused whether the request is refused after its event was appended: a number that must not be lost
     */
    public record NewTaking(UUID request, boolean poison, int holdMillis, boolean refused) {}

    public record Taking(UUID id, UUID placeId) {}

    static class PlaceFull extends Refusal {
        PlaceFull() {
            super(409, "place-full");
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    public Taking take(@RestPath UUID id, NewTaking taking) throws InterruptedException {
        key.claim();
        int taken = entities.createNativeQuery("update place set taken = taken + 1 where id = ?1 and taken < capacity")
                .setParameter(1, id).executeUpdate();
        if (taken == 0) {
            throw new PlaceFull();
        }
        Taking made = new Taking(Ids.next(), id);
        entities.createNativeQuery("insert into taking (id, place_id, request) values (?1, ?2, ?3)")
                .setParameter(1, made.id).setParameter(2, id).setParameter(3, taking.request).executeUpdate();
        outbox.append(new PlaceTaken(id, made.id, taking.poison, version > 1 ? "added" : null));
        if (taking.refused) {
            throw new PlaceFull();
        }
        Thread.sleep(taking.holdMillis);
        return made;
    }
}
