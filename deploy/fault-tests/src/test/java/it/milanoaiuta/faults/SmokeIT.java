package it.milanoaiuta.faults;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In every <code>mvn verify</code>: at most four minutes on two cores; <code>-Dseed=…</code> repeats a run. */
@ExtendWith(Announced.class)
class SmokeIT {

    @Test
    void kills_outages_a_freeze_junk_and_poison_lose_double_and_reorder_nothing() throws Exception {
        try (City city = new City(Servers.shared(), Survival.seed(), City.Wiring.NONE)) {
            city.eventsGoOn();

            city.junk();
            city.leader().kill();
            city.anyConsumer().kill();
            city.writesGoOn();
            city.eventsGoOn();
            UUID poisoned = city.poison();
            city.everybodyIsBack(); // who takes over the lease

            city.servers.takeDown("kafka");
            city.writesGoOn();
            Replica frozen = city.leader();
            frozen.freeze();
            city.leaseLeaves(frozen); // an outage of about 5 s
            frozen.thaw();
            city.servers.letUp("kafka");
            city.eventsGoOn();

            city.away("postgres", Duration.ofSeconds(5));
            city.writesGoOn();
            city.eventsGoOn();

            city.cure(poisoned);
            city.republishAll();
            city.verify();
        }
    }
}
