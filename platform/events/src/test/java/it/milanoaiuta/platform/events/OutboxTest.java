package it.milanoaiuta.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.TransactionRequiredException;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.events.outbox.OutboxTable;
import it.milanoaiuta.platform.events.stream.ToldEvent;

@QuarkusTest
class OutboxTest {

    @Inject
    Outbox outbox;

    @Inject
    OutboxTable table;

    @Inject
    Database database;

    record Unpublished(UUID aggregateId) implements Event {}

    @Published(topic = "others.places")
    record ForeignFact(UUID aggregateId) implements Event {}

    private void tell(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(events)));
    }

    private static PlaceTaken taken(UUID place) {
        return new PlaceTaken(place, null);
    }

    /** Numbers told of an aggregate, in the order they will be or were published. */
    private List<Long> told(UUID place) {
        return database.query("""
                select seq from (select id, seq from outbox where aggregate_id = ?
                                 union all select id, seq from event_log where aggregate_id = ?) told order by id""",
                Long.class, place, place);
    }

    @Test
    void a_list_is_numbered_in_its_order_for_each_aggregate() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        tell(taken(one), taken(two), taken(one), taken(one));
        tell(taken(two), taken(one));
        assertThat(told(one)).isEqualTo(List.of(1L, 2L, 3L, 4L));
        assertThat(told(two)).isEqualTo(List.of(1L, 2L));
    }

    @Test
    void a_rolled_back_change_leaves_no_gap() {
        UUID place = UUID.randomUUID();
        tell(taken(place));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            outbox.append(taken(place));
            throw new IllegalStateException("refused");
        })).isInstanceOf(IllegalStateException.class);
        tell(taken(place));
        assertThat(told(place)).isEqualTo(List.of(1L, 2L));
    }

    @Test
    void writers_of_the_same_aggregates_in_any_order_leave_no_gap_and_never_deadlock() {
        List<UUID> places = Stream.generate(UUID::randomUUID).limit(5).toList();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            IntStream.range(0, 200).mapToObj(i -> CompletableFuture.runAsync(() -> {
                List<UUID> shuffled = new ArrayList<>(places);
                Collections.shuffle(shuffled, new Random(i));
                tell(shuffled.stream().map(OutboxTest::taken).toArray(Event[]::new));
            }, writers)).toList().forEach(CompletableFuture::join);
        } finally {
            writers.shutdownNow();
        }
        for (UUID place : places) {
            assertThat(told(place)).isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
        }
    }

    @Test
    void outside_a_transaction_nothing_can_be_told() {
        assertThatThrownBy(() -> outbox.append(taken(UUID.randomUUID()))).isInstanceOf(TransactionRequiredException.class);
    }

    @Test
    void a_payload_over_256_kilobytes_is_refused() {
        UUID place = UUID.randomUUID();
        assertThatThrownBy(() -> tell(new PlaceTaken(place, "x".repeat(262_144)))).isInstanceOf(IllegalArgumentException.class);
        assertThat(told(place)).isEmpty();
    }

    /** 500 of the largest events would be 128 MB, in a process that has no more in all. */
    @Test
    void what_is_read_at_once_fits_the_heap_and_misses_nothing() {
        UUID place = UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            tell(taken(place, 250_000), taken(place, 250_000));
        }
        Eventually.holds("moved", () -> database.query("select 1 from event_log where aggregate_id = ?", Integer.class, place)
                .size() == 40);
        List<Long> read = new ArrayList<>();
        for (List<ToldEvent> page = page(place, 0); !page.isEmpty(); page = page(place, page.get(page.size() - 1).id())) {
            assertThat(page.stream().mapToInt(event -> event.payload().length()).sum() <= 5_000_000).isTrue();
            page.forEach(event -> read.add(event.seq()));
        }
        assertThat(read).isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    private List<ToldEvent> page(UUID place, long after) {
        return table.published("test.places", Optional.of(place), after);
    }

    private static PlaceTaken taken(UUID place, int size) {
        return new PlaceTaken(place, "x".repeat(size));
    }

    @Test
    void only_events_on_topics_of_this_service_can_be_told() {
        assertThatThrownBy(() -> tell(new Unpublished(UUID.randomUUID()))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tell(new ForeignFact(UUID.randomUUID()))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_events_are_nothing_to_tell() {
        tell();
    }
}
