package it.milanoaiuta.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A test that cannot fail proves nothing: without any one of the rules, or the key, the oracle finds what that rule prevents.
 * And with all of them it finds nothing after the same pieces.
 */
@Tag("faults")
@ExtendWith(Announced.class)
class MutantsIT {

    /** A lock that is not got in half a second is an outage of half a second. */
    private static final String LOCK_TIMEOUT = "quarkus.datasource.jdbc.additional-jdbc-properties.options";

    private interface Mutation {
        void mutate(City city) throws Exception;
    }

    private static City city(Map<String, String> more) throws Exception {
        return new City(Servers.shared(), Survival.seed(), (city, role, config) -> {
            if (role.equals("consumer")) {
                config.put(LOCK_TIMEOUT, "-c lock_timeout=500");
            }
            config.putAll(more);
        });
    }

    private static void finds(String finding, Piece piece, Map<String, String> more, Mutation mutation) throws Exception {
        try (City city = city(more)) {
            mutation.mutate(city);
            piece.play(city);
            AssertionError found = catchThrowableOfType(AssertionError.class, city::verify);
            assertThat(Pattern.compile(finding).matcher(found.getMessage()).find())
                    .as(() -> "found, but not \"" + finding + "\": " + found.getMessage()).isTrue();
            System.out.println("found: " + found.getMessage());
        }
    }

    private static void finds(String finding, Piece piece, String key, String value) throws Exception {
        finds(finding, piece, Map.of(key, value), city -> {
        });
    }

    @ParameterizedTest
    @EnumSource
    void with_all_rules_nothing_is_found(Piece piece) throws Exception {
        try (City city = city(Map.of())) {
            piece.play(city);
            city.verify();
        }
    }

    /** Numbers that are taken without the stream's lock, and so are neither gap-free nor in the order of the commits. */
    @Test
    void without_rule_1_numbers_have_gaps() throws Exception {
        finds("numbers told with a gap", Piece.OVERTAKING, Map.of(), city -> {
            city.producer.run("create sequence number");
            city.producer.run("""
                    create or replace function outbox_append_all(
                      p_topics text[], p_aggregate_ids uuid[], p_types text[], p_payloads text[], p_trace_parent text)
                    returns void language sql as $$
                      insert into outbox_stream (aggregate_type, aggregate_id, last_seq)
                      select topic, aggregate_id, 1 from unnest(p_topics, p_aggregate_ids) as told (topic, aggregate_id)
                      on conflict do nothing;
                      insert into outbox (event_id, topic, aggregate_type, aggregate_id, seq, type, dataschema, occurred_at,
                                          trace_parent, payload)
                      select uuidv7(), topic, topic, aggregate_id, nextval('number'), type, '', clock_timestamp(), p_trace_parent,
                             payload::jsonb
                      from unnest(p_topics, p_aggregate_ids, p_types, p_payloads) as told (topic, aggregate_id, type, payload)
                    $$""");
        });
    }

    /** The relay's cursor has passed what commits later than it was numbered. */
    @Test
    void without_rule_2_events_stay_in_the_outbox() throws Exception {
        finds("left in the outbox: ", Piece.OVERTAKING, "faults.mutant", "rule-2");
    }

    @Test
    void without_rule_3_events_are_applied_twice() throws Exception {
        finds("applied twice: ", Piece.REPETITION, "faults.mutant", "rule-3");
    }

    /** Nothing waits any more on Kafka, and it has not been heard. */
    @Test
    void without_rule_4_events_are_lost() throws Exception {
        finds("not heard while 0 records wait on Kafka: ", Piece.UNRECORDABLE, "faults.mutant", "rule-4");
    }

    /** Its default of 60 s, made as short against the piece's outage as it is against a real one: the channel closes. */
    @Test
    void without_the_key_max_age_a_consumer_stops_for_good() throws Exception {
        finds("not healthy: \\[consumer", Piece.UNRECORDABLE,
                "mp.messaging.incoming.delivery.throttled.unprocessed-record-max-age.ms", "1000");
    }
}
