package it.milanoaiuta.faults;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import it.milanoaiuta.local.OwnPlatform;

/** The faults every change must survive; also what every mutant must fail. */
final class Smoke {

    private static final Duration SHORT = Duration.ofSeconds(5);

    private Smoke() {}

    /** @param more configuration of the replicas */
    static void run(OwnPlatform servers, long seed, Map<String, String> more, Preparation preparation) throws Exception {
        try (City city = new City(servers, seed, more)) {
            preparation.prepare(city);
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
            Poll.until("the lease passes on", Duration.ofSeconds(10), () -> city.producers.stream()
                    .anyMatch(replica -> replica != frozen && replica.isLeading()));
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

    /** What a mutant changes before the load matters. */
    interface Preparation {
        void prepare(City city) throws Exception;
    }
}
