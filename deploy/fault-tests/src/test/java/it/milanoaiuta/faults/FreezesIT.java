package it.milanoaiuta.faults;

import java.time.Duration;

import org.junit.jupiter.api.Test;

/** Neither dead nor alive: it does nothing, and its connections stay open. */
class FreezesIT extends Survival {

    /** Longer than every timeout on the way. */
    private static final Duration LONG = Duration.ofSeconds(40);

    @Test
    void the_leader_is_frozen_and_its_lease_passes_on() throws Exception {
        survives(city -> {
            for (int i = 0; i < 5; i++) {
                Replica frozen = city.leader();
                frozen.freeze();
                city.leaseLeaves(frozen);
                city.eventsGoOn();
                frozen.thaw();
            }
        });
    }

    @Test
    void a_consumer_is_frozen_and_another_takes_its_partitions() throws Exception {
        survives(city -> {
            Replica frozen = city.anyConsumer();
            frozen.freeze();
            city.eventsGoOn();
            frozen.thaw();
        });
    }

    @Test
    void kafka_is_frozen() throws Exception {
        survives(city -> city.frozen("kafka", LONG));
    }

    @Test
    void postgres_is_frozen() throws Exception {
        survives(city -> city.frozen("postgres", LONG));
    }
}
