package it.milanoaiuta.faults;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Thirteen kinds of faults in random order. */
class AnythingIT extends Survival {

    @Test
    void anything_happens_in_any_order() throws Exception {
        survives(city -> {
            List<Fault> faults = List.of(
                    any -> any.leader().kill(),
                    any -> any.anyConsumer().kill(),
                    any -> any.producers.get(any.random.nextInt(2)).kill(),
                    any -> any.away("kafka", aWhile(any)),
                    any -> any.away("postgres", aWhile(any)),
                    any -> frozen(any, any.leader()),
                    any -> frozen(any, any.anyConsumer()),
                    any -> any.frozen("kafka", aWhile(any)),
                    any -> any.frozen("postgres", aWhile(any)),
                    any -> {
                        any.eventsGoOn();
                        any.junk();
                    },
                    any -> {
                        any.eventsGoOn();
                        any.sendAgain(10);
                    },
                    any -> any.arm(Failpoints.BETWEEN_ACK_AND_MOVE),
                    any -> any.arm(Failpoints.BETWEEN_COMMIT_AND_REPLY));
            Set<Integer> happened = new HashSet<>();
            long end = System.nanoTime() + Duration.ofMinutes(Integer.getInteger("minutes", 5)).toNanos();
            int count = 0;
            while (System.nanoTime() < end) {
                int which = city.random.nextInt(faults.size());
                faults.get(which).happen(city);
                happened.add(which);
                count++;
                if (city.random.nextBoolean()) {
                    city.eventsGoOn();
                }
            }
            System.out.printf("%d faults of %d kinds%n", count, happened.size());
        });
    }

    private static Duration aWhile(City city) {
        return Duration.ofMillis(500 + city.random.nextInt(8_000));
    }

    private static void frozen(City city, Replica replica) {
        replica.freeze();
        Poll.pause(aWhile(city));
        replica.thaw();
    }
}
