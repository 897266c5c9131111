package it.milanoaiuta.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** Dead at the worst moment. */
class FailpointsIT extends Survival {

    @Test
    void the_relay_dies_between_the_acknowledgement_and_the_move() throws Exception {
        survives(city -> {
            for (int i = 0; i < 5; i++) {
                city.arm(Failpoints.BETWEEN_ACK_AND_MOVE);
                Poll.until("somebody died there", City.PATIENCE, () -> !city.isArmed(Failpoints.BETWEEN_ACK_AND_MOVE));
                city.eventsGoOn();
            }
        });
    }

    @Test
    void a_producer_dies_between_commit_and_reply_and_the_other_replica_answers() throws Exception {
        try (City city = new City(Servers.shared(), seed(), City.Wiring.NONE)) {
            city.eventsGoOn();
            city.clients.close();
            for (int i = 0; i < 5; i++) {
                UUID key = new UUID(city.random.nextLong(), city.random.nextLong());
                UUID place = city.places.get(i);
                Replica first = city.producers.get(i % 2);
                Replica other = city.producers.get((i + 1) % 2);
                Poll.until("both are there", City.START, () -> first.isHealthy() && other.isHealthy());
                city.arm(Failpoints.BETWEEN_COMMIT_AND_REPLY);
                assertThat(city.clients.take(first, place, key, false, 0, false)).as("it died").isNull();
                HttpResponse<String> answer = Poll.value("the answer", City.PATIENCE,
                        () -> city.clients.take(other, place, key, false, 0, false),
                        given -> given != null && given.statusCode() == 201);
                assertThat(answer.headers().firstValue("Idempotent-Replayed").orElse("false")).isEqualTo("true");
                assertThat(city.producer.number("select count(*) from taking where request = ?", key)).isEqualTo(1);
            }
            city.verify();
        }
    }
}
