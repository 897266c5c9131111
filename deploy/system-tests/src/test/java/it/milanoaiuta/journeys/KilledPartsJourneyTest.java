package it.milanoaiuta.journeys;

import static it.milanoaiuta.journeys.Catalogue.ISOLA;
import static it.milanoaiuta.journeys.Catalogue.RICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Parts that are killed in mid-journey, two at the same moment, change nothing but time: nothing acknowledged is lost, nothing is
 * doubled.
 */
@Isolated("it takes away what the others stand on")
class KilledPartsJourneyTest {

    private final Steps steps = new Steps();

    @ParameterizedTest
    @CsvSource({"donations-service, volunteers-service", "food-hub-service, gateway", "kafka, postgres"})
    void the_goods_arrive_once_whatever_dies_on_the_way(String part, String another) {
        BigDecimal onHand = steps.onHand(steps.marco, ISOLA, RICE);
        String need = steps.publishedNeed(steps.city.organisationOf(steps.anna), RICE, "7");
        String line = steps.visitor.get("/needs/" + need).expect(200).text("/lines/0/id");
        UUID key = UUID.randomUUID();
        var promise = steps.promise(ISOLA, line, RICE, "7");
        String code = steps.giulia.post("/donations", promise, key).expect(201).text("/code");

        steps.city.parts().kill(part);
        steps.city.parts().kill(another);

        assertThat(persistently(() -> steps.giulia.post("/donations", promise, key), 201).text("/code")).isEqualTo(code);
        JsonNode arrival = Soon.see("the arrival", () -> persistently(() -> steps.marco
                .get("/hubs/" + ISOLA + "/arrivals?code=" + code), 200).items().stream().findFirst().orElse(null),
                found -> found != null);
        var receipt = steps.receiptOfAll(arrival, "BEST_BEFORE");
        persistently(() -> steps.marco.post("/arrivals/" + arrival.path("id").asText() + "/receipts", receipt), 201);
        persistently(() -> steps.marco.post("/arrivals/" + arrival.path("id").asText() + "/receipts", receipt), 201);
        seven("inTransit", need);
        JsonNode delivery = Soon.see("the planned delivery", () -> steps.deliveryFor(need), found -> found != null);
        steps.confirm(steps.marco, delivery.path("id").asText());
        seven("received", need);
        assertThat(steps.onHand(steps.marco, ISOLA, RICE)).isEqualByComparingTo(onHand);
    }

    private void seven(String part, String need) {
        Soon.see("all of it " + part,
                () -> persistently(() -> steps.anna.get("/needs/" + need), 200).number("/lines/0/" + part),
                quantity -> quantity.compareTo(new BigDecimal("7")) == 0);
    }

    @Test
    void a_login_outlives_a_killed_keycloak() {
        steps.city.parts().kill("keycloak");
        steps.giulia.get("/me/sign-ups").expect(200);
        Soon.see("a new login", () -> {
            try {
                return Person.signedIn(steps.city, "giulia").get("/me/sign-ups").status();
            } catch (RuntimeException | AssertionError notYet) {
                return 0;
            }
        }, status -> status == 200);
    }

    /** What a phone does: the same request again until there is an answer that is not an outage. */
    private static Answer persistently(Supplier<Answer> request, int expected) {
        return Soon.see("an answer", () -> {
            try {
                return request.get();
            } catch (RuntimeException cutOff) {
                return null;
            }
        }, answer -> answer != null && answer.status() < 500 && answer.status() != 429).expect(expected);
    }
}
