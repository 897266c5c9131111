package it.milanoaiuta.platform.events;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.events.stream.TraceParent;

/** Hears our own topic, as another service would: each event leaves one row, and some payloads contradict themselves. */
@ApplicationScoped
public class PlacesHeard implements Hearing {

    public static volatile boolean poisonIsCured;
    /** What somebody does to the database just when the handler of an event of this place is about to write. */
    public static volatile Consumer<UUID> meanwhile = place -> {
    };

    @Inject
    Database database;

    record Taken(UUID placeId, String note) {}

    @Override
    public String topic() {
        return "test.places";
    }

    @Override
    public void register(Handlers on) {
        on.event("PlaceTaken.v1", Taken.class, this::taken);
    }

    private void taken(Taken taken, Envelope event) {
        if ("poison".equals(taken.note) && !poisonIsCured) {
            throw new IllegalArgumentException("contradicts itself");
        }
        meanwhile.accept(taken.placeId);
        database.update("insert into effect (event_id, aggregate_id, seq, trace) values (?, ?, ?, ?)", event.eventId(),
                event.aggregateId(), event.sequence(), TraceParent.current());
    }
}
