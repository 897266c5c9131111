package it.milanoaiuta.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Replicas of two versions side by side. */
class RollingRestartIT extends Survival {

    @Test
    void replicas_are_exchanged_one_by_one_for_a_version_that_adds_a_field_and_back() throws Exception {
        survives(city -> {
            for (String version : List.of("2", "1")) {
                for (Replica replica : city.replicas()) {
                    replica.restart(Map.of("faults.version", version));
                    city.eventsGoOn();
                }
            }
            assertThat(city.consumer.number("select count(*) from inbox where payload -> 'note' is not null") > 0).isTrue();
        });
    }
}
