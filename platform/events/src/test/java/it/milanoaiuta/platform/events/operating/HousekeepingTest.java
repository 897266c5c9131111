package it.milanoaiuta.platform.events.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.data.Database;

/** What has outlived its use is deleted, more than one batch of it, and nothing else. */
@QuarkusTest
class HousekeepingTest {

    private static final int MANY = 2_500;

    @Inject
    Housekeeping housekeeping;

    @Inject
    Database database;

    private final UUID place = UUID.randomUUID();

    @BeforeEach
    void nothingElseIsOld() {
        housekeeping.purge();
    }

    private void inLog(int count, int days, String idBeyond) {
        database.update("""
                insert into event_log (id, event_id, topic, aggregate_type, aggregate_id, seq, type, dataschema, occurred_at,
                                       payload, published_at, kafka_partition, kafka_offset)
                select %s * n, gen_random_uuid(), 'test.places', 'test.places', ?, n * %s, 'PlaceTaken.v1', '', now(),
                       '{}', now() - ? * interval '1 day', 0, n
                from generate_series(1, ?) n""".formatted(idBeyond, idBeyond), place, days, count);
    }

    private void inInbox(int count, int days, String state) {
        database.update("""
                insert into inbox (source, aggregate_type, aggregate_id, seq, event_id, type, occurred_at, payload, state,
                                   applied_at)
                select 'test', 'test.places', ?, coalesce((select max(seq) from inbox where aggregate_id = ?), 0) + n,
                       gen_random_uuid(), 'PlaceTaken.v1', now(), '{}', ?,
                       case when ? in ('applied', 'ignored') then now() - ? * interval '1 day' end
                from generate_series(1, ?) n""", place, place, state, state, days, count);
    }

    private int left(String table) {
        return database.query("select 1 from " + table + " where aggregate_id = ?", Integer.class, place).size();
    }

    @Test
    void of_the_log_after_ninety_days() {
        inLog(MANY, 91, "-1");
        inLog(3, 89, "1000000000000");
        housekeeping.purge();
        assertThat(left("event_log")).isEqualTo(3);
        database.update("delete from event_log where aggregate_id = ?", place);
    }

    @Test
    void of_the_inbox_after_ninety_days_but_never_what_still_waits() {
        inInbox(MANY, 91, "applied");
        inInbox(2, 91, "ignored");
        inInbox(4, 89, "applied");
        inInbox(1, 91, "pending");
        inInbox(1, 91, "parked");
        housekeeping.purge();
        assertThat(left("inbox")).isEqualTo(6);
        database.update("delete from inbox where aggregate_id = ?", place);
    }
}
