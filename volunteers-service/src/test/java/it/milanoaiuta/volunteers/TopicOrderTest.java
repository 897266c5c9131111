package it.milanoaiuta.volunteers;

import static it.milanoaiuta.volunteers.City.inDays;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;

/** Only what is told of one thing has an order: whichever of two topics, or of two things of a topic, is heard first, the end is the same. */
@QuarkusTest
class TopicOrderTest {

    /** An event of the story: its example with some fields changed. */
    private record Told(String type, Function<World, Map<String, Object>> changes) {

        static Told of(String type, Function<World, Map<String, Object>> changes) {
            return new Told(type + ".v1", changes);
        }
    }

    /** What is told of one hub or request, in its order. */
    private record Life(String topic, List<Told> events) {

        static Life of(String topic, Told... events) {
            return new Life(topic, List.of(events));
        }
    }

    private static final List<Life> STORY = List.of(
            Life.of("food-hub.hubs",
                    Told.of("HubOpened", city -> Map.of("hubId", city.hub, "municipio", 4)),
                    Told.of("ManagerNamed", city -> named(city.hub, city.anna)),
                    Told.of("ManagerNamed", city -> named(city.hub, city.bea)),
                    Told.of("HubChanged", city -> Map.of("hubId", city.hub, "municipio", 7)),
                    Told.of("ManagerRemoved", city -> Map.of("hubId", city.hub, "subject", city.anna))),
            Life.of("food-hub.hubs",
                    Told.of("HubOpened", city -> Map.of("hubId", city.other, "municipio", 2)),
                    Told.of("ManagerNamed", city -> named(city.other, city.anna))),
            Life.of("food-hub.help-requests",
                    Told.of("HelpRequested", city -> city.request(0, city.hub))),
            Life.of("food-hub.help-requests",
                    Told.of("HelpRequested", city -> city.request(1, city.hub)),
                    Told.of("HelpNoLongerNeeded", city -> Map.of("helpRequestId", city.requests.get(1), "hubId", city.hub))),
            Life.of("food-hub.help-requests",
                    Told.of("HelpRequested", city -> city.request(2, city.other))));

    @Inject
    Neighbours neighbours;

    @Inject
    City city;

    @Test
    void the_story_tells_everything_that_is_heard() {
        Map<String, Set<String>> told = STORY.stream().collect(Collectors.groupingBy(Life::topic, Collectors.flatMapping(
                life -> life.events.stream().map(Told::type), Collectors.toSet())));
        assertThat(told).isEqualTo(neighbours.heard());
    }

    static Stream<List<String>> pairs() {
        List<String> topics = STORY.stream().map(Life::topic).distinct().toList();
        return topics.stream().flatMap(one -> topics.stream().filter(other -> other.compareTo(one) > 0)
                .map(other -> List.of(one, other)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void two_topics_end_in_the_same_state_in_every_order(List<String> pair) {
        List<Life> oneFirst = pair.stream().flatMap(topic -> STORY.stream().filter(life -> life.topic.equals(topic))).toList();
        List<Life> otherFirst = new ArrayList<>(oneFirst);
        Collections.reverse(otherFirst);
        String expected = end(oneByOne(oneFirst));
        assertThat(end(oneByOne(otherFirst))).isEqualTo(expected);
        assertThat(end(inTurn(oneFirst))).isEqualTo(expected);
        assertThat(end(inTurn(otherFirst))).isEqualTo(expected);
    }

    private String end(Stream<Told> events) {
        World world = new World();
        events.forEach(event -> neighbours.tell(topicOf(event), event.type,
                neighbours.example("food-hub-service", event.type, event.changes.apply(world))));
        return world.state(city);
    }

    private static String topicOf(Told event) {
        return STORY.stream().filter(life -> life.events.contains(event)).findFirst().orElseThrow().topic;
    }

    private static Stream<Told> oneByOne(List<Life> lives) {
        return lives.stream().flatMap(life -> life.events.stream());
    }

    /** The first event of each life, then the second of each, and so on. */
    private static Stream<Told> inTurn(List<Life> lives) {
        int longest = lives.stream().mapToInt(life -> life.events.size()).max().orElseThrow();
        return Stream.iterate(0, turn -> turn < longest, turn -> turn + 1)
                .flatMap(turn -> lives.stream().flatMap(life -> life.events.stream().skip(turn).limit(1)));
    }

    private static Map<String, Object> named(UUID hub, UUID manager) {
        Map<String, Object> named = new HashMap<>(Map.of("hubId", hub, "subject", manager, "from", "2020-01-01"));
        named.put("until", null);
        return named;
    }

    /** Two hubs and three requests nobody has heard of yet. */
    private static class World {

        final UUID anna = UUID.randomUUID();
        final UUID bea = UUID.randomUUID();
        final UUID hub = UUID.randomUUID();
        final UUID other = UUID.randomUUID();
        final List<UUID> requests = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        final Instant start = inDays(3);

        Map<String, Object> request(int which, UUID hub) {
            return Map.of("helpRequestId", requests.get(which), "hubId", hub, "start", start.toString(), "end",
                    start.plusSeconds(7200).toString());
        }

        /** Everything this service keeps of it, ids left out. */
        String state(City city) {
            return requests.stream().map(request -> city.row("""
                    select s.state || ' ' || s.municipio || ' ' || o.municipio || ' ' || sum(r.capacity)
                    from shift s join opportunity o on o.id = s.opportunity_id join shift_role r on r.shift_id = s.id
                    where s.help_request_id = '%s' group by s.state, s.municipio, o.municipio""".formatted(request)))
                    .collect(Collectors.joining(", "))
                    + Stream.of(hub, other).map(id -> city.row("""
                            select h.municipio || ' managed by ' || (select count(*) from hub_manager where hub_id = h.id)
                            from hub h where h.id = '%s'""".formatted(id))).collect(Collectors.joining(", ", "; ", ""));
        }
    }
}
