package it.milanoaiuta.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Many at once. */
class CrowdsIT extends Survival {

    @Test
    void ten_equal_requests_at_once_over_two_replicas_are_one() throws Exception {
        survives(city -> {
            for (int round = 0; round < 10; round++) {
                UUID key = new UUID(city.random.nextLong(), city.random.nextLong());
                List<HttpResponse<String>> answers = together(10, i -> Poll.value("an answer", City.PATIENCE,
                        () -> city.clients.take(city.producers.get(i % 2), city.places.get(0), key, false, 50, false),
                        answer -> answer != null && answer.statusCode() == 201));
                assertThat(new HashSet<>(answers.stream().map(HttpResponse::body).toList())).hasSize(1);
                assertThat(answers.stream()
                        .filter(answer -> answer.headers().firstValue("Idempotent-Replayed").isPresent()).count() >= 9)
                        .isTrue();
                assertThat(city.producer.number("select count(*) from taking where request = ?", key)).isEqualTo(1);
            }
        });
    }

    @Test
    void two_hundred_clients_take_twenty_places_over_two_replicas() throws Exception {
        survives(city -> {
            UUID place = new UUID(city.random.nextLong(), city.random.nextLong());
            city.producer.run("insert into place (id, capacity) values (?, 20)", place);
            List<Integer> statuses = together(200, i -> city.takeUntilAnswered(city.producers.get(i % 2), place));
            assertThat(Collections.frequency(statuses, 201)).isEqualTo(20);
            assertThat(Collections.frequency(statuses, 409)).isEqualTo(180);
        });
    }

    private interface Request<T> {
        T send(int number) throws Exception;
    }

    private static <T> List<T> together(int count, Request<T> request) {
        ExecutorService clients = Executors.newFixedThreadPool(Math.min(count, 50));
        try {
            List<CompletableFuture<T>> answers = new ArrayList<>(IntStream.range(0, count)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                        try {
                            return request.send(i);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }, clients)).toList());
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            clients.shutdownNow();
        }
    }
}
