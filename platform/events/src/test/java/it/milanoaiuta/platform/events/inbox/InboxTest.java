package it.milanoaiuta.platform.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.events.PlacesHeard;
import it.milanoaiuta.platform.events.stream.CloudEvent;
import it.milanoaiuta.platform.events.stream.StreamKey;

/** What becomes of records, without Kafka: handed over in whatever shape and order. */
@QuarkusTest
class InboxTest {

    private static final AtomicLong OFFSETS = new AtomicLong();

    @Inject
    Inbox inbox;

    @Inject
    Database database;

    @Inject
    Quarantine quarantine;

    private final UUID place = UUID.randomUUID();

    @BeforeEach
    void poison() {
        PlacesHeard.poisonIsCured = false;
    }

    /** A well-formed record, to be spoilt by a test. */
    private static class Record {

        final Map<String, byte[]> headers = new HashMap<>();
        byte[] key;
        byte[] value;

        Record(UUID aggregate, long seq) {
            key = bytes(aggregate.toString());
            value = bytes("{\"placeId\": \"" + aggregate + "\", \"unknown\": 1}");
            header(CloudEvent.SPEC_VERSION, "1.0").header(CloudEvent.ID, new UUID(aggregate.getMostSignificantBits(), seq)
                    .toString()).header(CloudEvent.SOURCE, "test").header(CloudEvent.AGGREGATE_TYPE, "test.places")
                    .header(CloudEvent.TYPE, "PlaceTaken.v1")
                    .header(CloudEvent.SUBJECT, aggregate.toString()).header(CloudEvent.TIME, "2026-11-21T10:00:00.123456Z")
                    .header(CloudEvent.SEQUENCE, Long.toString(seq)).header(CloudEvent.CONTENT_TYPE, "application/json");
        }

        Record header(String name, String value) {
            headers.put(name, bytes(value));
            return this;
        }

        Record value(String text) {
            value = bytes(text);
            return this;
        }

        HeardRecord arrival() {
            return new HeardRecord("test.places", 0, OFFSETS.incrementAndGet(), key, headers, value);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private Record taken(long seq) {
        return new Record(place, seq);
    }

    private void take(Record... records) {
        inbox.take(Arrays.stream(records).map(Record::arrival).toList());
    }

    private List<Long> effects(UUID aggregate) {
        return database.query("select seq from effect where aggregate_id = ? order by at, seq", Long.class,
                aggregate);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private String state(long seq) {
        return database.first("select state from inbox where aggregate_id = ? and seq = ?", String.class, place, seq)
                .orElse("none");
    }

    private boolean isBlocked() {
        return database.first("select blocked_since is not null from inbox_stream where aggregate_id = ?",
                Boolean.class, place).orElseThrow();
    }

    private List<Quarantine.Entry> quarantined() {
        return quarantine.open().stream().filter(entry -> place.toString().equals(entry.key())).toList();
    }

    @Test
    void events_are_applied_in_order_and_once_however_they_arrive() {
        List<Record> records = new ArrayList<>(upTo(200).stream().map(this::taken).toList());
        records.addAll(upTo(200).stream().map(this::taken).toList());
        Collections.shuffle(records, new Random(7));
        for (int from = 0; from < records.size(); from += 16) {
            take(records.subList(from, Math.min(records.size(), from + 16)).toArray(Record[]::new));
        }
        assertThat(effects(place)).isEqualTo(upTo(200));
    }

    @Test
    void a_gap_longer_than_one_transaction_looks_at_is_drained_to_its_end() {
        long last = 2L * InboxTable.WINDOW + 10;
        for (long from = 2; from <= last; from += 200) {
            take(LongStream.rangeClosed(from, Math.min(last, from + 199)).mapToObj(this::taken).toArray(Record[]::new));
        }
        assertThat(effects(place)).isEmpty();
        take(taken(1));
        assertThat(effects(place)).isEqualTo(upTo(last));
    }

    @Test
    void two_replicas_that_hear_the_same_apply_it_once() {
        List<Record> records = upTo(100).stream().map(this::taken).toList();
        Stream.generate(() -> CompletableFuture.runAsync(() -> records.forEach(this::take))).limit(4).toList()
                .forEach(CompletableFuture::join);
        assertThat(effects(place)).isEqualTo(upTo(100));
    }

    @Test
    void an_unknown_type_is_recorded_as_ignored_and_the_next_event_is_applied() {
        take(taken(1).header(CloudEvent.TYPE, "PlacePainted.v1"), taken(2));
        assertThat(state(1)).isEqualTo("ignored");
        assertThat(effects(place)).isEqualTo(List.of(2L));
    }

    @Test
    void a_handler_that_fails_parks_its_aggregate_only_and_an_operator_lets_it_go_on() {
        UUID other = UUID.randomUUID();
        take(taken(1), taken(2).value("{\"placeId\": \"" + place + "\", \"note\": \"poison\"}"), new Record(other, 1),
                taken(3));
        take(taken(4), new Record(other, 2));

        assertThat(effects(place)).isEqualTo(List.of(1L));
        assertThat(state(2)).isEqualTo("parked");
        assertThat(state(4)).isEqualTo("pending");
        assertThat(isBlocked()).isTrue();
        assertThat(effects(other)).isEqualTo(upTo(2));

        StreamKey stream = new StreamKey("test", "test.places", place);
        inbox.retry(stream);
        assertThat(isBlocked()).as("it still fails").isTrue();

        PlacesHeard.poisonIsCured = true;
        inbox.retry(stream);
        assertThat(effects(place)).isEqualTo(upTo(4));
        assertThat(isBlocked()).isFalse();
    }

    @Test
    void another_event_under_a_known_number_is_quarantined_and_blocks_its_aggregate() {
        take(taken(1));
        Record impostor = taken(1).header(CloudEvent.ID, UUID.randomUUID().toString());
        HeardRecord arrival = impostor.arrival();
        inbox.take(List.of(arrival));
        take(taken(2));

        assertThat(quarantined()).hasSize(1);
        assertThat(isBlocked()).isTrue();
        assertThat(effects(place)).isEqualTo(List.of(1L));

        quarantine.resolve(arrival.topic(), arrival.partition(), arrival.offset());
        inbox.retry(new StreamKey("test", "test.places", place));
        inbox.take(List.of(arrival)); // the topic is read again
        assertThat(effects(place)).isEqualTo(upTo(2));
        assertThat(isBlocked()).isFalse();
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void an_event_id_used_twice_is_quarantined() {
        String id = UUID.randomUUID().toString();
        UUID other = UUID.randomUUID();
        take(new Record(other, 1).header(CloudEvent.ID, id));
        take(taken(1).header(CloudEvent.ID, id));
        assertThat(quarantined()).hasSize(1);
        assertThat(effects(place)).isEmpty();
        take(taken(1));
        assertThat(effects(place)).isEqualTo(upTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {CloudEvent.SPEC_VERSION, CloudEvent.ID, CloudEvent.SOURCE, CloudEvent.TYPE, CloudEvent.SUBJECT,
            CloudEvent.TIME, CloudEvent.SEQUENCE, CloudEvent.CONTENT_TYPE})
    void a_record_with_a_wrong_or_missing_header_is_quarantined_once(String header) {
        Record wrong = taken(1).header(header, "wrong \u0000");
        Record missing = taken(1);
        missing.headers.remove(header);
        HeardRecord arrival = wrong.arrival();
        inbox.take(List.of(arrival, missing.arrival()));
        inbox.take(List.of(arrival));
        assertThat(quarantined()).hasSize(2);
        take(taken(1));
        assertThat(effects(place)).isEqualTo(upTo(1));
    }

    /** Of the right producer and with the right key, but in another of its topics: brokers have done that. */
    @Test
    void an_event_of_another_topic_of_the_same_producer_is_quarantined() {
        take(taken(1).header(CloudEvent.AGGREGATE_TYPE, "test.people"));
        assertThat(quarantined()).hasSize(1);
        assertThat(state(1)).isEqualTo("none");
        take(taken(1));
        assertThat(effects(place)).isEqualTo(upTo(1));
    }

    /** A replica of an older version tells events without it, and the log keeps them. */
    @Test
    void an_event_that_does_not_name_its_topic_is_taken_as_one_of_it() {
        Record event = taken(1);
        event.headers.remove(CloudEvent.AGGREGATE_TYPE);
        take(event);
        assertThat(effects(place)).isEqualTo(upTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "infinity"})
    void a_time_that_no_table_can_keep_is_quarantined(String time) {
        take(taken(1).header(CloudEvent.TIME, time), taken(2));
        assertThat(quarantined()).hasSize(1);
        take(taken(1));
        assertThat(effects(place)).isEqualTo(upTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000000000000000", "9223372036854775808", "99999999999999999999999", "1.0", "1e3",
            " 1"})
    void a_number_that_is_none_is_quarantined(String sequence) {
        take(taken(1).header(CloudEvent.SEQUENCE, sequence));
        assertThat(quarantined()).hasSize(1);
    }

    @Test
    void the_largest_number_waits_like_any_other() {
        take(taken(1), taken(999_999_999_999_999_999L), taken(2));
        assertThat(state(999_999_999_999_999_999L)).isEqualTo("pending");
        assertThat(effects(place)).isEqualTo(upTo(2));
        database.update("delete from inbox where aggregate_id = ? and state = 'pending'", place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{", "{\"a\": 1} {", "{\"a\": \"\\u0000\"}", "{\"a\": \"\\ud800\"}",
            "{\"a\": 1e999999}", "{\"a\": 1, \"a\": 2}"})
    void a_value_that_is_no_storable_json_object_is_quarantined(String value) {
        take(taken(1).value(value), taken(2));
        assertThat(quarantined()).hasSize(1);
        assertThat(state(2)).isEqualTo("pending");
        take(taken(1));
        assertThat(effects(place)).isEqualTo(upTo(2));
    }

    @Test
    void junk_in_key_value_and_headers_is_quarantined() {
        int before = quarantine.open().size();
        List<Consumer<Record>> spoilers = List.of(
                record -> record.key = null,
                record -> record.key = new byte[]{0, (byte) 0xff},
                record -> record.key = Record.bytes(UUID.randomUUID().toString()),
                record -> record.value = null,
                record -> record.value = new byte[]{(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0},
                record -> record.value("{\"a\": \"" + "x".repeat(300_000) + "\"}"),
                record -> record.headers.clear(),
                record -> record.headers.put("junk\u0000", new byte[]{(byte) 0xff}),
                record -> record.headers.put(CloudEvent.SOURCE, new byte[]{(byte) 0xff}));
        for (Consumer<Record> spoiler : spoilers) {
            Record record = taken(1);
            spoiler.accept(record);
            take(record);
        }
        // the one with an additional header is fine
        assertThat(quarantine.open().size()).isEqualTo(before + spoilers.size() - 1);
        assertThat(effects(place)).isEqualTo(upTo(1));
    }

    @Test
    void a_broken_trace_harms_nothing() {
        take(taken(1).header(CloudEvent.TRACE_PARENT, "00-zz"));
        assertThat(effects(place)).isEqualTo(upTo(1));
    }
}
