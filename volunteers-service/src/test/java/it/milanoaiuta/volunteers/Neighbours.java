package it.milanoaiuta.volunteers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import it.milanoaiuta.platform.events.Hearing;

/** Tells this service what another one says, by that one's own examples; delivery itself is platform/events' to test. */
@ApplicationScoped
public class Neighbours {

    @Inject
    @Any
    Instance<Hearing> hearings;

    @Inject
    ObjectMapper json;

    /** @return its example of the event, with some fields changed */
    public String example(String service, String type, Map<String, ?> changes) {
        try {
            @SuppressWarnings("unchecked")
            Map<String, Object> example = json
                    .readValue(Files.readString(Path.of("..", service, "contracts/events/examples", type + ".json")),
                            Map.class);
            example.putAll(changes);
            return json.writeValueAsString(example);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells it in a transaction of its own, as the inbox does. */
    public void tell(String topic, String type, String payload) {
        BiConsumer<String, Hearing.Envelope> handler = handlers(topic).get(type);
        QuarkusTransaction.requiringNew().run(() -> handler.accept(payload,
                new Hearing.Envelope(UUID.randomUUID(), topic, UUID.randomUUID(), 1, type, Instant.now())));
    }

    /** The types this service acts on, by topic. */
    public Map<String, Set<String>> heard() {
        return hearings.stream().map(Hearing::topic).distinct()
                .collect(Collectors.toMap(topic -> topic, topic -> handlers(topic).keySet()));
    }

    /** The types of a topic this service acts on. */
    public Map<String, BiConsumer<String, Hearing.Envelope>> handlers(String topic) {
        Map<String, BiConsumer<String, Hearing.Envelope>> handlers = new HashMap<>();
        hearings.stream().filter(hearing -> hearing.topic().equals(topic))
                .forEach(hearing -> hearing.register(new Collected(handlers)));
        return handlers;
    }

    private class Collected implements Hearing.Handlers {

        private final Map<String, BiConsumer<String, Hearing.Envelope>> handlers;

        Collected(Map<String, BiConsumer<String, Hearing.Envelope>> handlers) {
            this.handlers = handlers;
        }

        @Override
        public <T> Hearing.Handlers event(String type, Class<T> payload, BiConsumer<T, Hearing.Envelope> handler) {
            handlers.put(type, (text, heard) -> handler.accept(read(text, payload), heard));
            return this;
        }

        private <T> T read(String text, Class<T> type) {
            try {
                return json.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).readValue(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
