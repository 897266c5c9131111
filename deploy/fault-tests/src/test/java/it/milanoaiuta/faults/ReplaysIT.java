package it.milanoaiuta.faults;

import java.util.Map;

import org.junit.jupiter.api.Test;

/** Heard again: all of it, or some of it in any order. */
class ReplaysIT extends Survival {

    @Test
    void the_whole_topic_is_read_again_from_its_beginning() throws Exception {
        survives(city -> {
            city.consumers.forEach(Replica::takeDown);
            city.topicOnKafka().forgetOffsets();
            city.consumers.forEach(Replica::letUp);
            city.everybodyIsBack();
        });
    }

    @Test
    void a_new_consumer_group_hears_everything_once_more() throws Exception {
        survives(city -> city.consumers.forEach(consumer -> consumer
                .restart(Map.of("mp.messaging.incoming.delivery.group.id", city.topicOnKafka().group() + ".new"))));
    }

    @Test
    void a_tenth_of_the_topic_is_published_again_in_any_order() throws Exception {
        survives(city -> city.sendAgain(10));
    }
}
