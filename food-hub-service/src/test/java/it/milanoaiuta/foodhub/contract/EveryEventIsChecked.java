package it.milanoaiuta.foodhub.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.inject.spi.CDI;

import org.hibernate.Session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.networknt.schema.ValidationMessage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** After each test of this module: whatever events it emitted keep their contract, no field more, none less. */
public class EveryEventIsChecked implements QuarkusTestAfterEachCallback {

    private static final Set<UUID> CHECKED = new HashSet<>();

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        Session session = CDI.current().select(Session.class).get();
        List<Object[]> told = QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery("""
                select event_id, type, cast(payload as text) from outbox
                union select event_id, type, cast(payload as text) from event_log""", Object[].class).getResultList());
        told.stream().filter(event -> CHECKED.add((UUID) event[0]))
                .forEach(event -> check((String) event[1], (String) event[2]));
    }

    private static void check(String type, String payload) {
        try {
            Set<ValidationMessage> violations = Schemas.violations(type, Schemas.JSON.readTree(payload));
            if (!violations.isEmpty()) {
                throw new AssertionError("%s breaks its contract: %s in %s".formatted(type, violations, payload));
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
