package it.milanoaiuta.faults;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import it.milanoaiuta.local.OwnPlatform;

/** A test that cannot fail proves nothing: without any one of the rules, or the key, the smoke must fail. */
@Tag("faults")
class MutantsIT {

    private static OwnPlatform servers;

    @BeforeAll
    static void start() {
        servers = Servers.start();
    }

    @AfterAll
    static void end() {
        servers.close();
    }

    private static void mustFail(Map<String, String> config, Smoke.Preparation preparation) {
        AssertionError found = assertThrows(AssertionError.class,
                () -> Smoke.run(servers, Long.getLong("seed", System.nanoTime()), config, preparation));
        System.out.println("the mutant " + config + " is found: " + found.getMessage().lines().findFirst().orElse(""));
    }

    /** Numbers that are taken without the stream's lock, and so are neither gap-free nor in the order of the commits. */
    @Test
    void without_rule_1_the_smoke_fails() {
        mustFail(Map.of(), city -> {
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

    @ParameterizedTest
    @ValueSource(strings = {"rule-2", "rule-3", "rule-4"})
    void without_the_rule_the_smoke_fails(String rule) {
        mustFail(Map.of("faults.mutant", rule), city -> {
        });
    }

    /** The default of 60 s, made as short against the smoke's outage as it is against a real one. */
    @Test
    void without_the_key_max_age_the_smoke_fails() {
        mustFail(Map.of("mp.messaging.incoming.delivery.throttled.unprocessed-record-max-age.ms", "1000"), city -> {
        });
    }
}
