package it.milanoaiuta.faults;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Away for a minute and longer. */
class OutagesIT extends Survival {

    private static final Duration OF_KAFKA = Duration.ofSeconds(Integer.getInteger("outage.seconds", 60));

    @Test
    void kafka_is_away_for_a_minute_and_requests_are_served() throws Exception {
        survives(city -> {
            city.servers.takeDown("kafka");
            city.writesGoOn();
            Poll.pause(OF_KAFKA);
            city.writesGoOn();
            city.servers.letUp("kafka");
        });
    }

    /** Half a minute more than any client of Kafka waits by default, begun while the partitions change hands. */
    @Test
    void kafka_goes_away_just_when_a_consumer_takes_over_partitions() throws Exception {
        survives(city -> {
            city.anyConsumer().kill();
            city.writesGoOn();
            city.away("kafka", Duration.ofSeconds(90));
        });
    }

    @Test
    void a_consumer_ends_when_it_is_asked_to_while_kafka_is_away() throws Exception {
        survives(city -> {
            city.servers.takeDown("kafka");
            Poll.pause(Duration.ofSeconds(15)); // its commits fail by now
            city.consumers.get(0).restart(Map.of());
            city.servers.letUp("kafka");
        });
    }

    @Test
    void postgres_is_away_for_two_minutes() throws Exception {
        survives(city -> city.away("postgres", Duration.ofSeconds(120)));
    }
}
