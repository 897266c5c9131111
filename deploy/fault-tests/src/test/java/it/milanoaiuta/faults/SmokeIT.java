package it.milanoaiuta.faults;

import org.junit.jupiter.api.Test;

import it.milanoaiuta.local.OwnPlatform;

/** In every <code>mvn verify</code>: at most four minutes on two cores; <code>-Dseed=…</code> repeats a run. */
class SmokeIT {

    @Test
    void kills_outages_a_freeze_junk_and_poison_lose_double_and_reorder_nothing() throws Exception {
        try (OwnPlatform servers = Servers.start()) {
            Smoke.run(servers, Long.getLong("seed", System.nanoTime()));
        }
    }
}
