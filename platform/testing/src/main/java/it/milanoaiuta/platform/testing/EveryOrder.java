package it.milanoaiuta.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Only what is told of one thing has an order: whichever of two topics, or of two things of a topic, is heard first, the end is the
 * same. A service's test tells stories in which every two of its topics meet and every type of event it acts on is told; the orders
 * are found here.
 *
 * @param <W> the world a story happens in, made anew for each order
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EveryOrder<W> {

    /** An event that is told, or what people do meanwhile. */
    public record Step<W>(String type, Function<W, Map<String, ?>> payload, Consumer<W> act) {

        private boolean isTold() {
            return type != null;
        }
    }

    /** What is told of one thing, in its order. */
    public record Life<W>(String topic, List<Step<W>> steps) {}

    /**
     * Lives on two topics or more.
     *
     * @param asked in the end, each by its name
     * @param expected those answers that are known; the others are but the same in every order
     */
    public record Story<W>(String tale, List<Life<W>> lives, Map<String, Function<W, Object>> asked,
            Map<String, Object> expected) {

        private Set<Set<String>> pairs() {
            Set<String> topics = lives.stream().map(Life::topic).collect(Collectors.toSet());
            return EveryOrder.pairs(topics);
        }

        private List<Life<W>> livesOn(Set<String> topics) {
            return lives.stream().filter(life -> topics.contains(life.topic)).toList();
        }
    }

    protected abstract List<Story<W>> stories();

    /** Ids that nobody has heard of yet. */
    protected abstract W world();

    /** As the inbox does, in a transaction of its own. */
    protected abstract void tell(String topic, String type, Map<String, ?> payload);

    /** The types of events the service acts on, by topic. */
    protected abstract Map<String, Set<String>> heard();

    /** Asked after all stories. */
    protected void mustHoldInTheEnd() {}

    /** @param type without its version, which is the first */
    protected final Step<W> told(String type, Function<W, Map<String, ?>> payload) {
        return new Step<>(type + ".v1", payload, null);
    }

    protected final Step<W> done(Consumer<W> act) {
        return new Step<>(null, null, act);
    }

    @SafeVarargs
    protected final Life<W> life(String topic, Step<W>... steps) {
        return new Life<>(topic, List.of(steps));
    }

    @Test
    void everything_that_is_heard_is_told_in_a_story() {
        Map<String, Set<String>> told = new HashMap<>();
        stories().stream().flatMap(story -> story.lives.stream()).forEach(life -> life.steps.stream().filter(Step::isTold)
                .forEach(step -> told.computeIfAbsent(life.topic, topic -> new HashSet<>()).add(step.type)));
        assertThat(told).isEqualTo(heard());
    }

    @Test
    void every_two_topics_that_are_heard_meet_in_a_story() {
        assertThat(stories().stream().flatMap(story -> story.pairs().stream()).collect(Collectors.toSet()))
                .isEqualTo(pairs(heard().keySet()));
    }

    @Test
    void whichever_is_heard_first_the_end_is_the_same() {
        List<String> wrong = new ArrayList<>();
        for (Story<W> story : stories()) {
            story.pairs().forEach(pair -> wrong.addAll(differences(story, story.livesOn(pair))));
        }
        assertThat(wrong).isEmpty();
        mustHoldInTheEnd();
    }

    private List<String> differences(Story<W> story, List<Life<W>> lives) {
        List<String> wrong = new ArrayList<>();
        Map<String, Object> known = new TreeMap<>(story.expected);
        orders(lives).forEach((order, steps) -> end(story, steps).forEach((name, is) -> {
            known.putIfAbsent(name, is);
            if (!Objects.equals(is, known.get(name))) {
                wrong.add("%s, %s: %s is %s, not %s".formatted(story.tale, order, name, is, known.get(name)));
            }
        }));
        return wrong;
    }

    /** A step, and the topic it is of. */
    private record Placed<W>(String topic, Step<W> step) {}

    private Map<String, Object> end(Story<W> story, List<Placed<W>> steps) {
        W world = world();
        steps.forEach(placed -> happen(placed.topic, placed.step, world));
        Map<String, Object> end = new TreeMap<>();
        story.asked.forEach((name, answer) -> end.put(name, answer.apply(world)));
        return end;
    }

    private void happen(String topic, Step<W> step, W world) {
        if (step.isTold()) {
            tell(topic, step.type, step.payload.apply(world));
        } else {
            step.act.accept(world);
        }
    }

    private static <W> Map<String, List<Placed<W>>> orders(List<Life<W>> lives) {
        List<Life<W>> reversed = new ArrayList<>(lives);
        Collections.reverse(reversed);
        return new TreeMap<>(Map.of("one by one", oneByOne(lives), "one by one, the last first", oneByOne(reversed),
                "in turn", inTurn(lives), "in turn, the last first", inTurn(reversed)));
    }

    private static <W> List<Placed<W>> oneByOne(List<Life<W>> lives) {
        return lives.stream().flatMap(life -> life.steps.stream().map(step -> new Placed<>(life.topic, step))).toList();
    }

    /** The first step of each life, then the second of each, and so on. */
    private static <W> List<Placed<W>> inTurn(List<Life<W>> lives) {
        int longest = lives.stream().mapToInt(life -> life.steps.size()).max().orElseThrow();
        return Stream.iterate(0, turn -> turn < longest, turn -> turn + 1).flatMap(turn -> lives.stream()
                .filter(life -> life.steps.size() > turn).map(life -> new Placed<>(life.topic, life.steps.get(turn)))).toList();
    }

    private static Set<Set<String>> pairs(Collection<String> topics) {
        return topics.stream().flatMap(one -> topics.stream().filter(other -> one.compareTo(other) < 0)
                .map(other -> Set.of(one, other))).collect(Collectors.toSet());
    }
}
