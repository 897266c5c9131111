package it.milanoaiuta.platform.events.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import it.milanoaiuta.platform.events.Hearing;
import it.milanoaiuta.platform.events.stream.TraceParent;

/** What the service's {@link Hearing} beans registered, by topic and type. */
@ApplicationScoped
public class Handlers {

    private final Map<String, Map<String, Handler<?>>> byTopic = new HashMap<>();
    private final ObjectMapper json;
    private final Tracer tracer;

    private record Handler<T>(Class<T> payload, BiConsumer<T, Hearing.Envelope> action) {}

    @Inject
    Handlers(@Any Instance<Hearing> beans, ObjectMapper json, Tracer tracer) {
        // a producer may add fields at any time; only requests are strict
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.tracer = tracer;
        beans.forEach(this::register);
    }

    private void register(Hearing bean) {
        Map<String, Handler<?>> handlers = new HashMap<>();
        if (byTopic.putIfAbsent(bean.topic(), handlers) != null) {
            throw new IllegalStateException("Two beans hear " + bean.topic());
        }
        bean.register(new Hearing.Handlers() {
            @Override
            public <T> Hearing.Handlers event(String type, Class<T> payload, BiConsumer<T, Hearing.Envelope> action) {
                if (handlers.putIfAbsent(type, new Handler<>(payload, action)) != null) {
                    throw new IllegalStateException("Two handlers of " + type);
                }
                return this;
            }
        });
    }

    public Set<String> topics() {
        return byTopic.keySet();
    }

    /**
     * Lets the service act on the event, in the current transaction and as part of the event's trace.
     *
     * @return false when it does not know the type
     */
    boolean handle(HeardEvent event) {
        Handler<?> handler = byTopic.getOrDefault(event.stream().aggregateType(), Map.of()).get(event.type());
        if (handler == null) {
            return false;
        }
        Span span = tracer.spanBuilder("hear " + event.type()).setSpanKind(SpanKind.CONSUMER)
                .setParent(TraceParent.context(event.traceParent())).startSpan();
        try (Scope current = span.makeCurrent()) {
            act(handler, event);
        } finally {
            span.end();
        }
        return true;
    }

    private <T> void act(Handler<T> handler, HeardEvent event) {
        T payload;
        try {
            payload = json.readValue(event.payload(), handler.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The payload is no " + handler.payload().getSimpleName(), e);
        }
        try {
            handler.action().accept(payload, new Hearing.Envelope(event.eventId(), event.stream().aggregateType(),
                    event.stream().aggregateId(), event.seq(), event.type(), event.occurredAt()));
        } catch (LinkageError | AssertionError | StackOverflowError e) {
            throw new IllegalStateException("The handler is broken", e); // parks this aggregate instead of stopping all
        }
    }
}
