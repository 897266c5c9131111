package it.milanoaiuta.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

/** Records that are no event, and events that cannot be applied. */
class JunkIT extends Survival {

    @Test
    void bad_records_are_quarantined_and_unknown_types_ignored() throws Exception {
        survives(city -> {
            city.junk();
            UUID unknown = city.unknownType();
            Poll.until("it is ignored", City.PATIENCE, () -> city.consumer
                    .number("select count(*) from inbox where state = 'ignored' and aggregate_id = ?", unknown) == 1);
        });
    }

    @Test
    void one_poisoned_aggregate_of_fifty_stops_no_other() throws Exception {
        survives(city -> {
            UUID poisoned = city.poison();
            city.eventsGoOn();
            Poll.until("events wait behind it", City.PATIENCE, () -> city.consumer
                    .number("select count(*) from inbox where state = 'pending' and aggregate_id = ?", poisoned) > 0);
            assertThat(city.consumer.number("select count(*) from inbox_stream where blocked_since is not null")).isEqualTo(1);
            city.cure(poisoned);
        });
    }
}
