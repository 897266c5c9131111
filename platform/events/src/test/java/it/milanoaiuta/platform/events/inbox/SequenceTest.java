package it.milanoaiuta.platform.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import it.milanoaiuta.platform.events.stream.StreamKey;

/** Properties of the resequencer, for any order and number of deliveries; a failure names its seed. */
class SequenceTest {

    private static final StreamKey STREAM = new StreamKey("test", "test.places", UUID.randomUUID());
    private static final int EVENTS = 40;

    private final long firstSeed = Long.getLong("seed", System.nanoTime());

    private static HeardEvent event(long seq) {
        return new HeardEvent(STREAM, seq, new UUID(1, seq), "PlaceTaken.v1", Instant.EPOCH, null, "{}");
    }

    /** The tables of one aggregate: what a transaction committed, from which the next one starts. */
    private static class Recorded {

        long last;
        final Map<Long, HeardEvent> heard = new HashMap<>();
        final List<Long> applied = new ArrayList<>();

        Sequence sequence() {
            Sequence sequence = new Sequence(last, false);
            heard.forEach((seq, event) -> {
                if (seq > last) {
                    sequence.waiting(event);
                } else {
                    sequence.recorded(seq, event.eventId());
                }
            });
            return sequence;
        }

        /** One transaction; a crash before its commit leaves the tables as they were. */
        void transaction(List<HeardEvent> arrivals, boolean crash) {
            Sequence sequence = sequence();
            List<HeardEvent> isNew = new ArrayList<>();
            List<Long> effects = new ArrayList<>();
            for (HeardEvent arrival : arrivals) {
                if (sequence.offer(arrival) == Sequence.Verdict.NEW) {
                    isNew.add(arrival);
                }
                for (Optional<HeardEvent> next = sequence.next(); next.isPresent(); next = sequence.next()) {
                    effects.add(next.get().seq());
                }
            }
            if (!crash) {
                isNew.forEach(event -> heard.put(event.seq(), event));
                applied.addAll(effects);
                last = sequence.last();
            }
        }
    }

    private interface Delivery {
        void deliver(Random random, Recorded recorded, List<HeardEvent> told);
    }

    private void holdsForManySeeds(Delivery delivery) {
        for (long seed = firstSeed; seed < firstSeed + 500; seed++) {
            Recorded recorded = new Recorded();
            List<HeardEvent> told = new ArrayList<>(LongStream.rangeClosed(1, EVENTS).mapToObj(SequenceTest::event).toList());
            delivery.deliver(new Random(seed), recorded, told);
            assertThat(recorded.applied).as("seed " + seed).isEqualTo(LongStream.rangeClosed(1, EVENTS).boxed().toList());
        }
    }

    private static List<List<HeardEvent>> batches(Random random, List<HeardEvent> events) {
        List<List<HeardEvent>> batches = new ArrayList<>();
        for (int from = 0; from < events.size();) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(7));
            batches.add(events.subList(from, to));
            from = to;
        }
        return batches;
    }

    @Test
    void shuffled_events_are_applied_in_order_and_once() {
        holdsForManySeeds((random, recorded, told) -> {
            Collections.shuffle(told, random);
            batches(random, told).forEach(batch -> recorded.transaction(batch, false));
        });
    }

    @Test
    void duplicated_and_shuffled_events_are_applied_in_order_and_once() {
        holdsForManySeeds((random, recorded, told) -> {
            List<HeardEvent> repeated = new ArrayList<>(told);
            for (int i = 0; i < EVENTS; i++) {
                repeated.add(told.get(random.nextInt(EVENTS)));
            }
            Collections.shuffle(repeated, random);
            batches(random, repeated).forEach(batch -> recorded.transaction(batch, false));
        });
    }

    @Test
    void dropped_events_hold_back_those_behind_them_until_they_are_delivered_again() {
        holdsForManySeeds((random, recorded, told) -> {
            List<HeardEvent> dropped = told.stream().filter(event -> random.nextInt(4) == 0).toList();
            List<HeardEvent> delivered = new ArrayList<>(told);
            delivered.removeAll(dropped);
            batches(random, delivered).forEach(batch -> recorded.transaction(batch, false));

            long firstGap = dropped.isEmpty() ? EVENTS + 1 : dropped.get(0).seq();
            assertThat(recorded.last).as("nothing behind the gap may be applied").isEqualTo(firstGap - 1);
            List<HeardEvent> again = new ArrayList<>(dropped);
            Collections.shuffle(again, random);
            batches(random, again).forEach(batch -> recorded.transaction(batch, false));
        });
    }

    @Test
    void a_crash_at_any_commit_followed_by_redelivery_changes_nothing() {
        holdsForManySeeds((random, recorded, told) -> {
            Collections.shuffle(told, random);
            for (List<HeardEvent> batch : batches(random, told)) {
                while (random.nextInt(3) == 0) {
                    recorded.transaction(batch, true);
                }
                recorded.transaction(batch, false);
                if (random.nextBoolean()) {
                    recorded.transaction(batch, false); // committed, but Kafka was not told
                }
            }
        });
    }

    @Test
    void another_event_under_a_known_number_is_a_contradiction_and_applies_nothing() {
        Sequence sequence = new Sequence(1, false);
        sequence.recorded(1, new UUID(1, 1));
        HeardEvent impostor = new HeardEvent(STREAM, 1, UUID.randomUUID(), "PlaceTaken.v1", Instant.EPOCH, null, "{}");
        assertThat(sequence.offer(impostor)).isEqualTo(Sequence.Verdict.CONTRADICTION);
        assertThat(sequence.next()).isEqualTo(Optional.empty());
        assertThat(sequence.last()).isEqualTo(1);
    }

    @Test
    void a_number_below_the_last_is_a_duplicate_also_when_its_record_was_purged() {
        assertThat(new Sequence(7, false).offer(event(3))).isEqualTo(Sequence.Verdict.DUPLICATE);
    }

    @Test
    void a_blocked_aggregate_records_and_applies_nothing() {
        Sequence sequence = new Sequence(0, true);
        assertThat(sequence.offer(event(1))).isEqualTo(Sequence.Verdict.NEW);
        assertThat(sequence.next()).isEmpty();
    }
}
