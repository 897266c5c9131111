package it.milanoaiuta.faults;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In every <code>mvn verify</code>: at most four minutes on two cores; <code>-Dseed=…</code> repeats a run. */
@ExtendWith(Announced.class)
class SmokeIT {

    private static final Duration SHORT = Duration.ofSeconds(5);

    @Test
    void kills_outages_a_freeze_junk_and_poison_lose_double_and_reorder_nothing() throws Exception {
        try (City city = new City(Servers.shared(), Survival.seed(), City.Wiring.NONE)) {
            city.eventsGoOn();

            city.leader().kill();
            city.writesGoOn();
            city.eventsGoOn();

            city.junk();
            city.anyConsumer().kill();
            UUID poisoned = city.poison();

            city.servers.takeDown("kafka");
            Poll.pause(SHORT); // the outage itself
            city.writesGoOn();
            city.servers.letUp("kafka");
            city.eventsGoOn();

            Replica frozen = city.leader();
            frozen.freeze();
            city.leaseLeaves(frozen);
            frozen.thaw();

            city.away("postgres", SHORT);
            city.writesGoOn();
            city.eventsGoOn();

            city.cure(poisoned);
            city.republishAll();
            city.verify();
        }
    }
}
