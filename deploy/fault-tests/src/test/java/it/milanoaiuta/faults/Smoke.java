package it.milanoaiuta.faults;

import java.time.Duration;
import java.util.UUID;

import it.milanoaiuta.local.OwnPlatform;

/** The faults every change must survive. */
final class Smoke {

    private static final Duration SHORT = Duration.ofSeconds(5);

    private Smoke() {}

    static void run(OwnPlatform servers, long seed) throws Exception {
        try (City city = new City(servers, seed, City.Wiring.NONE)) {
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

            city.servers.takeDown("postgres");
            Poll.pause(SHORT);
            city.servers.letUp("postgres");
            city.writesGoOn();
            city.eventsGoOn();

            city.cure(poisoned);
            city.republishAll();
            city.verify();
        }
    }
}
