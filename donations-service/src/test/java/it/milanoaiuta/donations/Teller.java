package it.milanoaiuta.donations;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import it.milanoaiuta.platform.events.Hearing;

/** Tells this service an event of another one without Kafka: the handler runs at once, in a transaction of its own. */
@ApplicationScoped
@Unremovable
public class Teller {

    @Inject
    @Any
    Instance<Hearing> hearings;

    @Inject
    ObjectMapper json;

    public void tell(String type, Map<String, ?> payload) {
        QuarkusTransaction.requiringNew().run(() -> handlers().get(type).accept(payload));
    }

    /** The types this service acts on, by topic. */
    public Map<String, Set<String>> heard() {
        Map<String, Set<String>> heard = new HashMap<>();
        hearings.forEach(hearing -> hearing.register(new Hearing.Handlers() {
            @Override
            public <T> Hearing.Handlers event(String type, Class<T> payload, BiConsumer<T, Hearing.Envelope> handler) {
                heard.computeIfAbsent(hearing.topic(), topic -> new HashSet<>()).add(type);
                return this;
            }
        }));
        return heard;
    }

    private Map<String, java.util.function.Consumer<Map<String, ?>>> handlers() {
        ObjectMapper lenient = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        Map<String, java.util.function.Consumer<Map<String, ?>>> handlers = new HashMap<>();
        hearings.forEach(hearing -> hearing.register(new Hearing.Handlers() {
            @Override
            public <T> Hearing.Handlers event(String type, Class<T> payload, BiConsumer<T, Hearing.Envelope> handler) {
                handlers.put(type, told -> handler.accept(lenient.convertValue(told, payload), new Hearing.Envelope(
                        UUID.randomUUID(), hearing.topic(), UUID.randomUUID(), 1, type, Instant.now())));
                return this;
            }
        }));
        return handlers;
    }
}
