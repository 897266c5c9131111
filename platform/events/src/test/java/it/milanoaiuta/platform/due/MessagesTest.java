package it.milanoaiuta.platform.due;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.data.Database;

@QuarkusTest
class MessagesTest {

    @Inject
    Messages messages;

    @Inject
    Database database;

    private final UUID cause = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();

    /** Fails at the first attempt of every message. */
    @ApplicationScoped
    static class MoodyCourier implements Messages.Courier {

        static final List<UUID> ATTEMPTS = new CopyOnWriteArrayList<>();

        @Override
        public void send(UUID id, UUID cause, UUID person, String kind) {
            ATTEMPTS.add(id);
            if (ATTEMPTS.stream().filter(id::equals).count() == 1) {
                throw new IllegalStateException("no mail server");
            }
        }
    }

    private UUID id() {
        return database.first("select id from message where cause = ? and person = ?", row -> row.getObject(1, UUID.class),
                cause, person).orElseThrow();
    }

    private long attempts(UUID id) {
        return MoodyCourier.ATTEMPTS.stream().filter(id::equals).count();
    }

    @Test
    void a_message_is_decided_once() {
        assertTrue(messages.decide(cause, person, "WAITING_PROMOTED"));
        assertFalse(messages.decide(cause, person, "WAITING_PROMOTED"));
        assertTrue(messages.decide(cause, person, "SHIFT_CANCELLED"));
    }

    @Test
    void messages_to_many_are_decided_in_one_statement_each_once() {
        assertTrue(messages.decide(cause, person, "SHIFT_MOVED"));
        List<UUID> people = List.of(UUID.randomUUID(), person, UUID.randomUUID());
        assertEquals(2, messages.decide(cause, people, "SHIFT_MOVED"));
        assertEquals(0, messages.decide(cause, people, "SHIFT_MOVED"));
        assertEquals(0, messages.decide(cause, List.of(), "SHIFT_MOVED"));
    }

    @Test
    void a_message_that_failed_is_sent_later_under_the_same_id_and_then_no_more() {
        messages.decide(cause, person, "SHIFT_CANCELLED");
        messages.sendDue();
        assertEquals(1, attempts(id()));
        messages.sendDue();
        assertEquals(1, attempts(id()), "tried again before its time");

        database.update("update message set due_at = now() where id = ?", id());
        messages.sendDue();
        assertEquals(2, attempts(id()));
        database.update("update message set due_at = now() where id = ?", id());
        messages.sendDue();
        assertEquals(2, attempts(id()), "sent again");
    }
}
