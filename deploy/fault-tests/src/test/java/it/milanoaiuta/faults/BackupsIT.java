package it.milanoaiuta.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** A database that is put back to an older state. */
class BackupsIT extends Survival {

    /** What was told after the backup is contradicted from then on: refused, blocked and alarmed, never taken in silence. */
    @Test
    void a_producer_restored_from_an_older_backup_raises_the_alarm() throws Exception {
        try (TokenEndpoint tokens = new TokenEndpoint();
                City city = new City(Servers.shared(), seed(), (starting, role, config) -> {
                    if (role.equals("consumer")) {
                        config.put("delivery.producers.places.url", starting.producers.get(0).uri("").toString());
                        config.putAll(tokens.config());
                    }
                })) {
            city.eventsGoOn();
            city.backUpProducer();
            city.eventsGoOn();
            Poll.until("the audit has compared since then", City.PATIENCE, city::auditKnowsMoreThanTheBackup);
            city.clients.close();
            city.restoreProducer();
            for (UUID place : city.places) {
                assertThat(city.takeUntilAnswered(city.producers.get(0), place)).isEqualTo(201);
            }
            Poll.until("the alarm", City.PATIENCE,
                    () -> city.consumer.number("select count(*) from producer_audit where history_lost_at is not null") == 1);
            Poll.until("the contradictions are in quarantine and their aggregates blocked", City.PATIENCE,
                    () -> city.consumer.number("select count(*) from quarantine") > 0
                            && city.consumer.number("select count(*) from inbox_stream where blocked_since is not null") > 0);
            Poll.until("the metric", City.PATIENCE, () -> city.consumers.stream()
                    .anyMatch(consumer -> metrics(consumer).contains("delivery_producers_history_lost 1.0")));
            assertThat(city.consumer.rows("select event_id from effect group by event_id having count(*) > 1")).isEmpty();
        }
    }

    private static String metrics(Replica replica) {
        try {
            return replica.send(HttpRequest.newBuilder(replica.uri("/q/metrics")).GET()).body();
        } catch (IOException e) {
            return "";
        }
    }
}
