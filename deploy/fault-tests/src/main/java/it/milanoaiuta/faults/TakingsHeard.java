package it.milanoaiuta.faults;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.arc.lookup.LookupIfProperty;
import it.milanoaiuta.platform.events.Hearing;

/** The consumer: leaves one row for every time an event is applied. */
@ApplicationScoped
@LookupIfProperty(name = "faults.role", stringValue = "consumer")
public class TakingsHeard implements Hearing {

    @Inject
    EntityManager entities;

    record Taken(UUID placeId, boolean poison) {}

    @Override
    public String topic() {
        return "places.takings";
    }

    @Override
    public void register(Handlers on) {
        on.event("PlaceTaken.v1", Taken.class, this::taken);
    }

    private void taken(Taken taken, Envelope event) {
        if (taken.poison && entities.createNativeQuery("select 1 from cure where place_id = ?1")
                .setParameter(1, taken.placeId).getResultList().isEmpty()) {
            throw new IllegalArgumentException("contradicts itself");
        }
        entities.createNativeQuery("insert into effect (event_id, place_id, seq) values (?1, ?2, ?3)")
                .setParameter(1, event.eventId()).setParameter(2, taken.placeId).setParameter(3, event.sequence())
                .executeUpdate();
    }
}
