package it.milanoaiuta.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** Two clocks that no longer agree. */
class ClocksIT extends Survival {

    private static final List<Path> FAKE_TIME = List.of(Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

    @Test
    void clocks_of_two_replicas_are_an_hour_off() throws Exception {
        Path library = fakeTime();
        survives((city, role, config) -> {
            boolean first = (role.equals("producer") ? city.producers : city.consumers).isEmpty();
            if (first) {
                config.put(Replica.ENVIRONMENT + "LD_PRELOAD", library.toString());
                config.put(Replica.ENVIRONMENT + "FAKETIME", role.equals("producer") ? "+1h" : "-1h");
                config.put(Replica.ENVIRONMENT + "FAKETIME_DONT_FAKE_MONOTONIC", "1");
                config.put(Replica.ENVIRONMENT + "DONT_FAKE_MONOTONIC", "1");
            }
        }, city -> {
            for (int i = 0; i < 4; i++) {
                city.leader().kill();
                city.eventsGoOn();
            }
        });
    }

    /** @throws IllegalStateException where it is missing and cannot be installed */
    private static Path fakeTime() {
        return installed().or(() -> {
            install();
            return installed();
        }).orElseThrow(() -> new IllegalStateException(
                "This piece needs Debian's package faketime: install it with 'apt-get install faketime' and run it again."));
    }

    private static Optional<Path> installed() {
        return FAKE_TIME.stream().filter(Files::exists).findFirst();
    }

    private static void install() {
        try {
            new ProcessBuilder("sh", "-c", "apt-get update -qq && apt-get install -y -qq faketime").inheritIO().start()
                    .waitFor(5, TimeUnit.MINUTES);
        } catch (IOException notDebian) {
            // said by whoever looks for it next
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
