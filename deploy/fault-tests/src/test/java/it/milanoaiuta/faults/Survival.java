package it.milanoaiuta.faults;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import it.milanoaiuta.local.OwnPlatform;

/** The long programme, a class for each kind of fault: each on a city of its own, under load, and followed by the oracle. */
@Tag("faults")
@ExtendWith(Announced.class)
abstract class Survival {

    /** What happens while people take places. */
    interface Fault {
        void happen(City city) throws Exception;
    }

    static void survives(Fault fault) throws Exception {
        survives(City.Wiring.NONE, fault);
    }

    static void survives(City.Wiring wiring, Fault fault) throws Exception {
        survives(Servers.shared(), wiring, fault);
    }

    static void survives(OwnPlatform servers, City.Wiring wiring, Fault fault) throws Exception {
        try (City city = new City(servers, seed(), wiring)) {
            city.eventsGoOn();
            fault.happen(city);
            city.eventsGoOn();
            city.verify();
        }
    }

    /** Of all the choices of one run: <code>-Dseed=…</code> repeats them. */
    static long seed() {
        return Long.getLong("seed", System.nanoTime());
    }
}
