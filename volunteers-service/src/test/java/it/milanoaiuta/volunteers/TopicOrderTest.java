package it.milanoaiuta.volunteers;

import static it.milanoaiuta.volunteers.City.inDays;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.EveryOrder;

@QuarkusTest
class TopicOrderTest extends EveryOrder<TopicOrderTest.World> {

    @Inject
    Neighbours neighbours;

    @Inject
    City city;

    @Override
    protected List<Story<World>> stories() {
        return List.of(new Story<>("two hubs and what they ask for", everything(), Map.of("all", world -> world.state(city)),
                Map.of()));
    }

    private List<Life<World>> everything() {
        return List.of(
                life("food-hub.hubs",
                        told("HubOpened", city -> Map.of("hubId", city.hub, "municipio", 4)),
                        told("ManagerNamed", city -> named(city.hub, city.anna)),
                        told("ManagerNamed", city -> named(city.hub, city.bea)),
                        told("HubChanged", city -> Map.of("hubId", city.hub, "municipio", 7)),
                        told("ManagerRemoved", city -> Map.of("hubId", city.hub, "subject", city.anna))),
                life("food-hub.hubs",
                        told("HubOpened", city -> Map.of("hubId", city.other, "municipio", 2)),
                        told("ManagerNamed", city -> named(city.other, city.anna))),
                life("food-hub.help-requests",
                        told("HelpRequested", city -> city.request(0, city.hub))),
                life("food-hub.help-requests",
                        told("HelpRequested", city -> city.request(1, city.hub)),
                        told("HelpNoLongerNeeded", city -> Map.of("helpRequestId", city.requests.get(1), "hubId", city.hub))),
                life("food-hub.help-requests",
                        told("HelpRequested", city -> city.request(2, city.other))));
    }

    @Override
    protected World world() {
        return new World();
    }

    /** Its example with some fields changed. */
    @Override
    protected void tell(String topic, String type, Map<String, ?> changes) {
        neighbours.tell(topic, type, neighbours.example("food-hub-service", type, changes));
    }

    @Override
    protected Map<String, Set<String>> heard() {
        return neighbours.heard();
    }

    private static Map<String, Object> named(UUID hub, UUID manager) {
        Map<String, Object> named = new HashMap<>(Map.of("hubId", hub, "subject", manager, "from", "2020-01-01"));
        named.put("until", null);
        return named;
    }

    /** Two hubs and three requests nobody has heard of yet. */
    static class World {

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
