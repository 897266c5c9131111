package it.milanoaiuta.faults;

import java.time.Duration;

/**
 * The least that one rule is there for. Waits for nothing that only the rule makes come: without it a piece ends all the same,
 * and the oracle says what became of the events.
 */
enum Piece {

    /** Transactions overlap, are refused after their event was numbered, and commit in another order. */
    OVERTAKING {
        @Override
        void play(City city) throws Exception {
            for (int i = 0; i < 3; i++) {
                city.overtake();
            }
        }
    },

    /** Every record comes a second time, in any order. */
    REPETITION {
        @Override
        void play(City city) throws Exception {
            city.writesGoOn();
            Poll.until("the first events are applied", City.PATIENCE,
                    () -> city.consumer.number("select count(*) from effect") > 20);
            city.sendAgain(100);
        }
    },

    /** For a while the consumer cannot record what it hears. */
    UNRECORDABLE {
        @Override
        void play(City city) throws Exception {
            city.writesGoOn();
            city.consumer.meanwhile("lock table inbox_stream in access exclusive mode", () -> {
                city.writesGoOn();
                Poll.until("something waits on Kafka", City.PATIENCE, () -> city.topicOnKafka().waiting() > 0);
                Poll.pause(Duration.ofSeconds(15)); // the outage itself
            });
            city.writesGoOn();
        }
    };

    abstract void play(City city) throws Exception;
}
