package it.milanoaiuta.platform.due;

import static org.assertj.core.api.Assertions.assertThat;

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
        return database.first("select id from message where cause = ? and person = ?", UUID.class,
                cause, person).orElseThrow();
    }

    private long attempts(UUID id) {
        return MoodyCourier.ATTEMPTS.stream().filter(id::equals).count();
    }

    @Test
    void a_message_is_decided_once() {
        assertThat(messages.decide(cause, person, "WAITING_PROMOTED")).isTrue();
        assertThat(messages.decide(cause, person, "WAITING_PROMOTED")).isFalse();
        assertThat(messages.decide(cause, person, "SHIFT_CANCELLED")).isTrue();
    }

    @Test
    void messages_to_many_are_decided_in_one_statement_each_once() {
        assertThat(messages.decide(cause, person, "SHIFT_MOVED")).isTrue();
        List<UUID> people = List.of(UUID.randomUUID(), person, UUID.randomUUID());
        assertThat(messages.decide(cause, people, "SHIFT_MOVED")).isEqualTo(2);
        assertThat(messages.decide(cause, people, "SHIFT_MOVED")).isEqualTo(0);
        assertThat(messages.decide(cause, List.of(), "SHIFT_MOVED")).isEqualTo(0);
    }

    @Test
    void a_message_that_failed_is_sent_later_under_the_same_id_and_then_no_more() {
        messages.decide(cause, person, "SHIFT_CANCELLED");
        messages.sendDue();
        assertThat(attempts(id())).isEqualTo(1);
        messages.sendDue();
        assertThat(attempts(id())).as("tried again before its time").isEqualTo(1);

        database.update("update message set due_at = now() where id = ?", id());
        messages.sendDue();
        assertThat(attempts(id())).isEqualTo(2);
        database.update("update message set due_at = now() where id = ?", id());
        messages.sendDue();
        assertThat(attempts(id())).as("sent again").isEqualTo(2);
    }
}
