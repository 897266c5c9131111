package it.milanoaiuta.journeys;

import static it.milanoaiuta.journeys.Catalogue.APPLES;
import static it.milanoaiuta.journeys.Catalogue.CABBAGE;
import static it.milanoaiuta.journeys.Catalogue.FRESH_HUB;
import static it.milanoaiuta.journeys.Catalogue.ISOLA;
import static it.milanoaiuta.journeys.Catalogue.ONIONS;
import static it.milanoaiuta.journeys.Catalogue.ORANGES;
import static it.milanoaiuta.journeys.Catalogue.PASTA;
import static it.milanoaiuta.journeys.Catalogue.POTATOES;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import com.fasterxml.jackson.databind.JsonNode;

/** One donation travels the whole chain, and everyone who asked or promised sees what became of it. */
@Isolated("it counts what happens in the whole city")
class ChainJourneyTest {

    private final Steps steps = new Steps();

    @Test
    void goods_promised_for_a_need_reach_the_organisation_that_asked() {
        String organisation = steps.city.organisationOf(steps.anna);
        String need = steps.publishedNeed(organisation, PASTA, "40");
        String needLine = steps.visitor.get("/needs/" + need).expect(200).text("/lines/0/id");
        assertThat(steps.visitor.get("/needs").expect(200).items()).anyMatch(shown -> shown.path("id").asText().equals(need));

        String code = steps.giulia.post("/donations", steps.promise(ISOLA, needLine, PASTA, "40")).expect(201).text("/code");
        assertThat(steps.coverage(need, "promised")).isEqualByComparingTo("40");
        assertThat(steps.giulia.post("/donations", steps.promise(ISOLA, needLine, PASTA, "1")).expect(409).blamed())
                .containsExactly("lines[0].quantity");

        JsonNode arrival = steps.arrivalOf(steps.marco, ISOLA, code);
        steps.marco.post("/arrivals/" + arrival.path("id").asText() + "/receipts", steps.receiptOfAll(arrival, "BEST_BEFORE"))
                .expect(201);
        steps.seeCoverage(need, "inTransit", "40");

        JsonNode delivery = Soon.see("the planned delivery", () -> steps.deliveryFor(need), found -> found != null);
        steps.confirm(steps.marco, delivery.path("id").asText());
        steps.seeCoverage(need, "received", "40");
        assertThat(steps.anna.get("/needs/" + need).expect(200).text("/state")).isEqualTo("FULFILLED");
        Soon.see("the outcome on the donor's page", () -> steps.visitor.get("/donations/" + code).expect(200).body().toString(),
                shown -> shown.contains("\"received\":\"40"));
    }

    @Test
    void a_hub_serves_a_need_from_its_own_stock_and_nothing_is_counted_twice() {
        steps.receive(steps.marco, ISOLA, PASTA, "30");
        BigDecimal before = steps.onHand(steps.marco, ISOLA, PASTA);
        String need = steps.publishedNeed(steps.city.organisationOf(steps.anna), PASTA, "25");
        String needLine = steps.visitor.get("/needs/" + need).expect(200).text("/lines/0/id");

        String first = steps.marco.post("/donations", steps.ownStock(ISOLA, needLine, PASTA, "20")).expect(201).text("/code");
        steps.seeCoverage(need, "inTransit", "20");
        JsonNode planned = Soon.see("the planned delivery", () -> steps.deliveryFor(need), found -> found != null);
        steps.marco.delete("/deliveries/" + planned.path("id").asText()).expect(204);
        steps.seeCoverage(need, "lacking", "25");
        assertThat(steps.onHand(steps.marco, ISOLA, PASTA)).isEqualByComparingTo(before);

        steps.marco.post("/donations", steps.ownStock(ISOLA, needLine, PASTA, "25")).expect(201);
        steps.seeCoverage(need, "inTransit", "25");
        JsonNode again = Soon.see("the delivery planned anew", () -> steps.deliveryFor(need), found -> found != null);
        steps.confirm(steps.marco, again.path("id").asText());
        steps.seeCoverage(need, "received", "25");
        assertThat(steps.onHand(steps.marco, ISOLA, PASTA)).isEqualByComparingTo(before.subtract(new BigDecimal("25")));
        assertThat(steps.anna.get("/needs/" + need).expect(200).text("/state")).isEqualTo("FULFILLED");
        assertThat(steps.visitor.get("/donations/" + first).expect(200).number("/lines/0/received")).isZero();
    }

    @Test
    void the_fresh_hub_shares_out_and_a_parcel_reaches_a_household() {
        JsonNode cityBefore = steps.dashboard();
        BigDecimal before = steps.onHand(steps.marco, ISOLA, APPLES);
        steps.receiveProduce(List.of(APPLES, ORANGES, POTATOES, CABBAGE, ONIONS), "60");
        String transfer = steps.sara.post("/transfers", Map.of("fromHubId", FRESH_HUB, "toHubId", ISOLA, "lines",
                Stream.of(APPLES, ORANGES, POTATOES, CABBAGE, ONIONS)
                        .map(item -> Map.of("itemId", item, "quantity", "30", "unit", "KG")).toList()))
                .expect(201).id();
        steps.sara.post("/transfers/" + transfer + "/dispatch", null).expect(200);
        assertThat(steps.onHand(steps.marco, ISOLA, APPLES)).isEqualByComparingTo(before);

        JsonNode arrival = Soon.see("the transfer at the other hub",
                () -> steps.marco.get("/hubs/" + ISOLA + "/arrivals?state=EXPECTED&limit=100")
                        .expect(200).items().stream().filter(a -> a.path("transferId").asText().equals(transfer)).findFirst()
                        .orElse(null),
                found -> found != null);
        steps.marco.post("/arrivals/" + arrival.path("id").asText() + "/receipts", steps.receiptOfAll(arrival, null))
                .expect(201);
        assertThat(steps.onHand(steps.marco, ISOLA, APPLES)).isEqualByComparingTo(before.add(new BigDecimal("30")));

        String household = steps.register(steps.marco, ISOLA, 5);
        Answer packed = steps.marco.post("/hubs/" + ISOLA + "/parcels",
                Map.of("recipe", "FRESH_KIT", "handOver", steps.today.toString(), "householdIds", List.of(household)))
                .expect(201);
        String parcel = packed.text("/packed/0/parcelId");
        assertThat(parcel).as(packed.body().toString()).isNotNull();
        // Eight apples of nominally 200 g: the kit is doubled for more than three people.
        assertThat(steps.onHand(steps.marco, ISOLA, APPLES)).isEqualByComparingTo(before.add(new BigDecimal("28.400")));

        String delivery = steps.marco
                .post("/deliveries", Map.of("hubId", ISOLA, "kind", "HOUSEHOLD", "parcelIds", List.of(parcel),
                        "plannedFor", steps.today.toString(), "assignees", List.of(steps.giulia.subject())))
                .expect(201).id();
        steps.marco.post("/deliveries/" + delivery + "/loading", null).expect(200);
        steps.omar.get("/deliveries/" + delivery).expect(404);
        steps.confirm(steps.giulia, delivery);
        assertThat(steps.marco.get("/deliveries/" + delivery).expect(200).text("/state")).isEqualTo("DELIVERED");
        steps.wasThere(steps.giulia, steps.city.staffedShift());

        JsonNode city = steps.dashboard();
        assertThat(city.path("missing")).isEmpty();
        // Five kinds of 60 kg from outside; what went from hub to hub came in once.
        assertThat(Steps.more("/foodHub/total/kgIn", cityBefore, city)).isEqualByComparingTo("300");
        assertThat(Steps.more("/foodHub/total/kgHandedOver", cityBefore, city)).isEqualByComparingTo("8");
        assertThat(Steps.more("/foodHub/total/households", cityBefore, city)).isEqualByComparingTo("1");
        assertThat(Steps.more("/foodHub/total/people", cityBefore, city)).isEqualByComparingTo("5");
        assertThat(Steps.more("/foodHub/total/parcelsHandedOver", cityBefore, city)).isEqualByComparingTo("1");
        assertThat(Steps.more("/volunteers/total/hours", cityBefore, city)).isEqualByComparingTo("2");
        assertThat(city.at("/foodHub/mealFactors/0/kgPerMeal").asText()).isEqualTo("0.500");
    }
}
