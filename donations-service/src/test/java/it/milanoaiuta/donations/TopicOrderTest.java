package it.milanoaiuta.donations;

import static it.milanoaiuta.donations.City.APPLES;
import static it.milanoaiuta.donations.City.gift;
import static it.milanoaiuta.donations.City.hub;
import static it.milanoaiuta.donations.City.named;
import static it.milanoaiuta.donations.City.need;
import static it.milanoaiuta.donations.City.organisationOf;
import static it.milanoaiuta.donations.City.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import it.milanoaiuta.donations.City.Gift;
import it.milanoaiuta.donations.City.Need;
import it.milanoaiuta.platform.web.Ids;

/** Only what is told of one thing has an order: whichever of two topics, or of two things of a topic, is heard first, the end is the same. */
@QuarkusTest
class TopicOrderTest {

    /** An event of the story. */
    private record Told(String type, Function<World, Map<String, ?>> payload) {

        static Told of(String type, Function<World, Map<String, ?>> payload) {
            return new Told(type + ".v1", payload);
        }
    }

    /** What is told of one organisation, hub, arrival or delivery, in its order. */
    private record Life(String topic, List<Told> events) {

        static Life of(String topic, Told... events) {
            return new Life(topic, List.of(events));
        }
    }

    private static final List<Life> STORY = List.of(
            Life.of("volunteers.organisations",
                    Told.of("MemberJoined", city -> Map.of("organisationId", city.stranger, "subject", city.bea)),
                    Told.of("OrganisationVerified", city -> Map.of("organisationId", city.stranger))),
            Life.of("volunteers.organisations",
                    Told.of("MemberJoined", city -> Map.of("organisationId", city.owner, "subject", city.bea)),
                    Told.of("MemberLeft", city -> Map.of("organisationId", city.owner, "subject", city.anna)),
                    Told.of("OrganisationSuspended", city -> Map.of("organisationId", city.owner)),
                    Told.of("OrganisationReinstated", city -> Map.of("organisationId", city.owner)),
                    Told.of("OrganisationSuspended", city -> Map.of("organisationId", city.owner))),
            Life.of("food-hub.hubs",
                    Told.of("HubOpened", city -> Map.of("hubId", city.newHub, "municipio", 4)),
                    Told.of("ManagerNamed", city -> named(city.newHub, city.anna, LocalDate.EPOCH, null)),
                    Told.of("ManagerNamed", city -> named(city.newHub, city.bea, LocalDate.EPOCH, null)),
                    Told.of("ManagerRemoved", city -> Map.of("hubId", city.newHub, "subject", city.anna))),
            Life.of("food-hub.hubs",
                    Told.of("IntakePaused", city -> Map.of("hubId", city.hub)),
                    Told.of("HubChanged", city -> Map.of("hubId", city.hub, "municipio", 7)),
                    Told.of("IntakeResumed", city -> Map.of("hubId", city.hub)),
                    Told.of("IntakePaused", city -> Map.of("hubId", city.hub))),
            Life.of("food-hub.receipts",
                    Told.of("DonationReceived", city -> city.arrival(0, false, "6", "0", "0")),
                    Told.of("ReceiptUndone", city -> city.arrival(0, false, "0", "0", "0")),
                    Told.of("DonationReceived", city -> city.arrival(0, true, "9", "2", "0"))),
            Life.of("food-hub.receipts",
                    Told.of("DonationReceived", city -> city.arrival(1, true, "8", "0", "1"))),
            Life.of("food-hub.deliveries",
                    Told.of("DeliveryPlanned", city -> city.delivery(0, Map.of("quantity", "9"))),
                    Told.of("DeliveryPlanned", city -> city.delivery(0, Map.of("quantity", "10"))),
                    Told.of("DeliveryConfirmed", city -> city.delivery(0, Map.of("delivered", "8", "returned", "2"))),
                    Told.of("DeliveryReturned", city -> Map.of("deliveryId", city.deliveries.get(0)))),
            Life.of("food-hub.deliveries",
                    Told.of("DeliveryPlanned", city -> city.delivery(1, Map.of("quantity", "7"))),
                    Told.of("DeliveryCancelled", city -> Map.of("deliveryId", city.deliveries.get(1)))),
            Life.of("food-hub.deliveries",
                    Told.of("DeliveryPlanned", city -> city.delivery(2, Map.of("quantity", "5")))));

    @Inject
    Teller teller;

    @Test
    void the_story_tells_everything_that_is_heard() {
        Map<String, Set<String>> told = STORY.stream().collect(Collectors.groupingBy(Life::topic, Collectors.flatMapping(
                life -> life.events.stream().map(Told::type), Collectors.toSet())));
        assertThat(told).isEqualTo(teller.heard());
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
        assertThat(sql("select count(*) from coverage_difference")).isEqualTo(0L);
    }

    private String end(Stream<Told> events) {
        World city = new World();
        events.forEach(event -> teller.tell(event.type, event.payload.apply(city)));
        return city.state();
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

    /** A need of twenty kilograms that one gift covers, and an organisation and a hub nobody has heard of yet. */
    private static class World {

        final UUID anna = UUID.randomUUID();
        final UUID bea = UUID.randomUUID();
        final UUID owner = organisationOf(anna);
        final UUID stranger = Ids.next();
        final UUID hub = hub(3);
        final UUID newHub = Ids.next();
        final List<UUID> arrivals = List.of(Ids.next(), Ids.next());
        final List<UUID> deliveries = List.of(Ids.next(), Ids.next(), Ids.next());
        final Need need = need(owner).forGoods(APPLES, "20", "KG").publishedBy(anna);
        final Gift gift = gift().at(hub).to(need.line(), APPLES, "20", "KG").pledgedBy(UUID.randomUUID());

        Map<String, Object> arrival(int which, boolean closed, String accepted, String rejected, String missing) {
            return Map.of("arrivalId", arrivals.get(which), "donationId", gift.id(), "closed", closed, "lines", List.of(Map.of(
                    "donationLineId", gift.line(), "accepted", accepted, "rejected", rejected, "missing", missing)));
        }

        Map<String, Object> delivery(int which, Map<String, String> goods) {
            Map<String, Object> line = new HashMap<>(goods);
            line.put("needLineId", need.line());
            line.put("donationLineId", gift.line());
            return Map.of("deliveryId", deliveries.get(which), "lines", List.of(line));
        }

        /** Everything this service keeps of it, ids left out. */
        String state() {
            return Arrays.toString((Object[]) sql("""
                    select (select string_agg(state, ',' order by id) from organisation where id in ('%1$s', '%2$s')) organisations,
                      (select count(*) from organisation_member where organisation_id in ('%1$s', '%2$s')) members,
                      (select string_agg(municipio || ' ' || intake_paused, ',' order by id) from hub
                       where id in ('%3$s', '%4$s')) hubs,
                      (select count(*) from hub_manager where hub_id in ('%3$s', '%4$s')) managers,
                      (select concat_ws(' ', promised, in_transit, received) from need_line where id = '%5$s') line,
                      (select state from need where id = '%6$s') need,
                      (select concat_ws(' ', state, withdrawn) from donation where id = '%7$s') donation,
                      (select concat_ws(' ', accepted, rejected, missing, delivered) from donation_line
                       where donation_id = '%7$s') goods
                    """.formatted(owner, stranger, hub, newHub, need.line(), need.id(), gift.id())));
        }
    }
}
