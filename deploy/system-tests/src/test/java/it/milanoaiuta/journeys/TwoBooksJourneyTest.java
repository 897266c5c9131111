package it.milanoaiuta.journeys;

import static it.milanoaiuta.journeys.Catalogue.ISOLA;
import static it.milanoaiuta.journeys.Catalogue.LAMBRATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/**
 * Donors, hubs and needs do whatever they may in any order and at the same moment; at rest the books of donations-service and of
 * food-hub-service say the same of every need line. <code>-Dseed=</code> repeats one run, <code>-Dseeds=</code> makes so many.
 */
class TwoBooksJourneyTest {

    private static final int SEEDS = Integer.getInteger("seeds", 3);
    private static final int STEPS = 30;
    private static final int LOOKS = 400;

    private final Steps steps = new Steps();

    @Test
    void at_rest_both_services_say_the_same_of_every_need_line() throws SQLException {
        long first = Long.getLong("seed", System.nanoTime());
        Person manager = steps.city.newManager(ISOLA, LAMBRATE);
        try (Books books = new Books(steps.city)) {
            for (int run = 0; run < SEEDS; run++) {
                long seed = first + run;
                System.out.println("seed " + seed);
                programme(manager, books, seed);
            }
        }
    }

    private void programme(Person manager, Books books, long seed) {
        Programme programme = new Programme(steps, manager, books, new Random(seed));
        for (int step = 0; step < STEPS; step++) {
            programme.step(step > STEPS * 3 / 4);
            if (step % 10 == 9) {
                mustAgree(books, programme, seed);
            }
        }
        mustAgree(books, programme, seed);
        assertThat(programme.done().size()).as("seed %d: %s", seed, programme.done()).isGreaterThan(5);
    }

    /** What is on its way between them is heard soon; then they agree, and still do a moment later. */
    private static void mustAgree(Books books, Programme programme, long seed) {
        int agreed = 0;
        List<String> differences = List.of();
        for (int look = 0; look < LOOKS && agreed < 3; look++) {
            Soon.pause(Duration.ofMillis(100));
            differences = books.differences(programme.needs());
            agreed = differences.isEmpty() ? agreed + 1 : 0;
        }
        assertThat(differences).as("seed %d after %s", seed, programme.history()).isEmpty();
    }
}
