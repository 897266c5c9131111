package it.milanoaiuta.journeys;

import static it.milanoaiuta.journeys.Catalogue.APPLES;
import static it.milanoaiuta.journeys.Catalogue.CABBAGE;
import static it.milanoaiuta.journeys.Catalogue.FRESH_HUB;
import static it.milanoaiuta.journeys.Catalogue.ONIONS;
import static it.milanoaiuta.journeys.Catalogue.ORANGES;
import static it.milanoaiuta.journeys.Catalogue.POTATOES;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** The fresh kit for a thousand households of one to eight people: every kilogram is accounted for. */
class FreshKitJourneyTest {

    private static final int HOUSEHOLDS = 1000;

    /** The most that one request packs. */
    private static final int BATCH = 500;

    /** Kilograms in a kit for up to three: 4 apples, 4 oranges, 5 potatoes, 1 cabbage, 2 onions at their nominal weight. */
    private static final Map<String, BigDecimal> KIT = new LinkedHashMap<>(Map.of(APPLES, new BigDecimal("0.800"), ORANGES,
            new BigDecimal("1.000"), POTATOES, new BigDecimal("0.750"), CABBAGE, new BigDecimal("1.200"), ONIONS,
            new BigDecimal("0.250")));

    private final Steps steps = new Steps();

    @Test
    void every_household_gets_its_kit_doubled_above_three_people_and_stock_is_conserved_to_the_gram() {
        List<String> households = register();
        Map<String, BigDecimal> before = new LinkedHashMap<>();
        KIT.keySet().forEach(item -> before.put(item, steps.onHand(steps.sara, FRESH_HUB, item)));
        steps.receiveProduce(List.copyOf(KIT.keySet()), "2500.500");

        int kits = 0;
        for (int from = 0; from < HOUSEHOLDS; from += BATCH) {
            pack(households.subList(from, from + BATCH));
            kits += IntStream.range(from, from + BATCH).map(i -> people(i) > 3 ? 2 : 1).sum();
            for (Map.Entry<String, BigDecimal> item : KIT.entrySet()) {
                assertThat(steps.onHand(steps.sara, FRESH_HUB, item.getKey())).as(item.getKey()).isEqualByComparingTo(
                        before.get(item.getKey()).add(new BigDecimal("2500.500"))
                                .subtract(item.getValue().multiply(BigDecimal.valueOf(kits))));
            }
        }
    }

    /** By the hub's manager and by an operator at once: each may ask only so often. */
    private List<String> register() {
        List<Person> registrars = List.of(steps.sara, steps.luca);
        String[] households = new String[HOUSEHOLDS];
        CompletableFuture.allOf(IntStream.range(0, registrars.size()).mapToObj(each -> CompletableFuture.runAsync(() -> {
            for (int i = each; i < HOUSEHOLDS; i += registrars.size()) {
                households[i] = steps.register(registrars.get(each), FRESH_HUB, people(i));
            }
        })).toArray(CompletableFuture[]::new)).join();
        return List.of(households);
    }

    private static int people(int household) {
        return 1 + household % 8;
    }

    /** Asked twice, packed once, and nobody is left out. */
    private void pack(List<String> households) {
        Map<String, Object> order = Map.of("recipe", "FRESH_KIT", "handOver", steps.today.plusWeeks(1).toString(),
                "householdIds", households);
        UUID key = UUID.randomUUID();
        Answer answer = steps.sara.post("/hubs/" + FRESH_HUB + "/parcels", order, key).expect(201);
        assertThat(steps.sara.post("/hubs/" + FRESH_HUB + "/parcels", order, key).expect(201).body()).isEqualTo(answer.body());
        assertThat(answer.body().path("packed")).hasSize(households.size());
    }
}
