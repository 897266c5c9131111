package it.milanoaiuta.gateway.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

class PartsTest {

    private final Parts parts = new Parts();

    @Test
    void hanging_services_cost_their_own_parts_and_one_wait_that_keeps_the_promise_of_1_6_seconds() {
        assertThat(Parts.PATIENCE).isLessThan(Duration.ofMillis(1_600));
        Instant begin = Instant.now();
        Parts.Part<String> hanging = parts.ask("donations", Uni.createFrom().nothing());
        Parts.Part<String> hangingToo = parts.ask("food-hub", Uni.createFrom().nothing());
        Parts.Part<String> quick = parts.ask("volunteers", Uni.createFrom().item("here"));
        assertThat(hanging.orElse("nothing")).isEqualTo("nothing");
        assertThat(hangingToo.orElse("nothing")).isEqualTo("nothing");
        assertThat(quick.orElse("nothing")).isEqualTo("here");
        assertThat(parts.missing()).containsExactly("donations", "food-hub");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Parts.PATIENCE.multipliedBy(2));
    }

    @Test
    void a_service_that_is_down_is_named_once() {
        parts.ask("food-hub", Uni.createFrom().<String>failure(new ConnectException())).orElse(null);
        parts.ask("food-hub", Uni.createFrom().<String>failure(refused(503))).orElse(null);
        assertThat(parts.missing()).containsExactly("food-hub");
    }

    @Test
    void a_no_is_an_answer_and_not_a_missing_part() {
        assertThatThrownBy(() -> parts.ask("food-hub", Uni.createFrom().<String>failure(refused(404))).orElse(null))
                .isInstanceOf(Refused.class);
        assertThat(parts.missing()).isEmpty();
    }

    private static Refused refused(int status) {
        return new Refused(status, new Refused.Said("/problems/not-found", null, null, null));
    }
}
