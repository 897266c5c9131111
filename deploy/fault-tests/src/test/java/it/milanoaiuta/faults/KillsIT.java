package it.milanoaiuta.faults;

import org.junit.jupiter.api.Test;

/** Killed twenty times, by kill -9. */
class KillsIT extends Survival {

    private static final int TIMES = Integer.getInteger("times", 20);

    @Test
    void the_leading_relay_is_killed_twenty_times() throws Exception {
        survives(city -> {
            for (int i = 0; i < TIMES; i++) {
                city.leader().kill();
                city.eventsGoOn();
            }
        });
    }

    @Test
    void a_consumer_is_killed_twenty_times() throws Exception {
        survives(city -> {
            for (int i = 0; i < TIMES; i++) {
                Replica killed = city.anyConsumer();
                killed.kill();
                Poll.until("it is back", City.START, killed::isHealthy);
                city.eventsGoOn();
            }
        });
    }

    @Test
    void kafka_is_killed_twenty_times() throws Exception {
        killedTwentyTimes("kafka");
    }

    @Test
    void postgres_is_killed_twenty_times() throws Exception {
        killedTwentyTimes("postgres");
    }

    private static void killedTwentyTimes(String part) throws Exception {
        survives(city -> {
            for (int i = 0; i < TIMES; i++) {
                city.servers.kill(part);
                city.eventsGoOn();
            }
        });
    }
}
