package it.milanoaiuta.platform.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.data.Database;

@QuarkusTest
class DueWorkTest {

    private static final String CLAIM = "select id from chore where due and id <> all(:failed) for update skip locked limit 1";

    @Inject
    DueWork dueWork;

    @Inject
    Database database;

    @BeforeEach
    void noChores() {
        database.update("delete from chore");
    }

    private void chores(int count) {
        Stream.generate(UUID::randomUUID).limit(count).forEach(id -> database.update("insert into chore (id) values (?)", id));
    }

    private void done(UUID id) {
        database.update("update chore set due = false, times = times + 1 where id = ? and due", id);
    }

    private long count(String where) {
        return database.first("select count(*) from chore where " + where, Long.class).orElseThrow();
    }

    @Test
    void every_due_row_is_handled_once_however_many_replicas_tick() {
        chores(100);
        int handled = IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(() -> dueWork.each(CLAIM, this::done)))
                .toList().stream().mapToInt(CompletableFuture::join).sum();
        assertThat(handled).isEqualTo(100);
        assertThat(count("times = 1 and not due")).isEqualTo(100);
    }

    @Test
    void a_failing_row_stops_no_other_and_waits_for_the_next_tick() {
        chores(3);
        UUID bad = database.first("select id from chore limit 1", UUID.class).orElseThrow();
        assertThat(dueWork.each(CLAIM, id -> {
            done(id);
            if (id.equals(bad)) {
                throw new IllegalStateException("not today");
            }
        })).isEqualTo(2);
        assertThat(count("due")).isEqualTo(1);
        assertThat(dueWork.each(CLAIM, this::done)).isEqualTo(1);
    }

    @Test
    void an_action_that_leaves_its_row_due_does_not_run_for_ever() {
        chores(2);
        assertThat(dueWork.each(CLAIM, id -> {
        })).isEqualTo(0);
        assertThat(count("due")).isEqualTo(2);
    }
}
