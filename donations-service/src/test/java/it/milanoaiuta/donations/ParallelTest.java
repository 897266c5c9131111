package it.milanoaiuta.donations;

import static it.milanoaiuta.donations.City.APPLES;
import static it.milanoaiuta.donations.City.as;
import static it.milanoaiuta.donations.City.coverage;
import static it.milanoaiuta.donations.City.gift;
import static it.milanoaiuta.donations.City.hub;
import static it.milanoaiuta.donations.City.kg;
import static it.milanoaiuta.donations.City.need;
import static it.milanoaiuta.donations.City.organisationOf;
import static it.milanoaiuta.donations.City.sql;
import static it.milanoaiuta.donations.City.tell;
import static it.milanoaiuta.donations.City.told;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.donations.City.Gift;
import it.milanoaiuta.donations.City.Need;
import it.milanoaiuta.platform.testing.AtOnce;

/** What people do at the same instant, with real parallel requests. */
@QuarkusTest
class ParallelTest {

    private final UUID anna = UUID.randomUUID();

    @AfterEach
    void kept_coverage_equals_its_recount() {
        assertThat(sql("select count(*) from coverage_difference")).isEqualTo(0L);
    }

    private Need apples(String kg) {
        return need(organisationOf(anna)).forGoods(APPLES, kg, "KG").publishedBy(anna);
    }

    @Test
    void of_forty_donors_of_five_kilograms_exactly_twelve_fill_a_line_that_lacks_sixty() {
        Need need = apples("60");
        var answers = AtOnce
                .call(40, i -> gift().to(need.line(), APPLES, "5", "KG").by(UUID.randomUUID()).extract().statusCode())
                .stream().collect(groupingBy(status -> status, counting()));
        assertThat(answers).isEqualTo(Map.of(201, 12L, 409, 28L));
        assertThat(coverage(need.line())).isEqualTo(kg("60", "0", "0"));
        assertThat(sql("select count(*) from donation_line where need_line_id = '" + need.line() + "'")).isEqualTo(12L);
    }

    @Test
    void the_same_request_ten_times_at_once_is_one_donation() {
        Need need = apples("60");
        UUID donor = UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = gift().to(need.line(), APPLES, "5", "KG").body();
        List<String> codes = AtOnce.call(10, i -> {
            var answer = io.restassured.RestAssured.given().contentType("application/json")
                    .auth().oauth2(it.milanoaiuta.platform.testing.TestTokens.of(donor)).header("Idempotency-Key", key)
                    .body(body)
                    .post("/api/v1/donations").then().extract();
            assertThat(answer.statusCode() == 201 || answer.statusCode() == 409).as(() -> answer.asString()).isTrue();
            return answer.statusCode() == 201 ? answer.<String>path("code") : "busy";
        }).stream().filter(code -> !code.equals("busy")).distinct().toList();
        assertThat(codes).hasSize(1);
        assertThat(coverage(need.line())).isEqualTo(kg("5", "0", "0"));
        assertThat(sql("select count(*) from donation where donor = '" + donor + "'")).isEqualTo(1L);
    }

    @Test
    void donors_of_the_same_two_lines_in_opposite_order_never_wait_in_a_circle() {
        Need one = apples("1000");
        Need other = apples("1000");
        var answers = AtOnce.call(20, i -> (i % 2 == 0
                ? gift().to(one.line(), APPLES, "1", "KG").to(other.line(), APPLES, "1", "KG")
                : gift().to(other.line(), APPLES, "1", "KG").to(one.line(), APPLES, "1", "KG")).by(UUID.randomUUID()).extract()
                .statusCode()).stream().distinct().toList();
        assertThat(answers).isEqualTo(List.of(201));
        assertThat(coverage(one.line())).isEqualTo(kg("20", "0", "0"));
    }

    @Test
    void a_cancellation_and_a_receipt_at_once_leave_the_goods_counted_once() {
        for (int round = 0; round < 5; round++) {
            Need need = apples("10");
            Gift gift = gift().at(hub(3)).to(need.line(), APPLES, "10", "KG").pledgedBy(UUID.randomUUID());
            AtOnce.run(2, i -> {
                if (i == 0) {
                    gift.cancelled();
                } else {
                    tell("DonationReceived.v1", Map.of("arrivalId", UUID.randomUUID(), "donationId", gift.id(), "closed", true,
                            "lines", List.of(Map.of("donationLineId", gift.line(), "accepted", "10", "rejected", "0", "missing",
                                    "0"))));
                }
            });
            assertThat(coverage(need.line())).isEqualTo(kg("0", "10", "0"));
            assertThat(gift.state()).isEqualTo("RECEIVED");
        }
    }

    @Test
    void a_donation_cancelled_many_times_at_once_gives_back_once() {
        Need need = apples("10");
        Gift kept = gift().at(hub(3)).to(need.line(), APPLES, "6", "KG").pledgedBy(UUID.randomUUID());
        Gift gift = gift().at(hub(3)).to(need.line(), APPLES, "4", "KG").pledgedBy(UUID.randomUUID());
        assertThat(AtOnce.call(8, i -> gift.cancelled().extract().statusCode()).stream().distinct().toList())
                .isEqualTo(List.of(204));
        assertThat(coverage(need.line())).isEqualTo(kg("6", "0", "0"));
        assertThat(told("DonationCancelled", gift.id())).isEqualTo(1);
        assertThat(kept.state()).isEqualTo("SCHEDULED");
    }

    @Test
    void what_comes_back_from_deliveries_while_donors_promise_is_promised_once() {
        for (int round = 0; round < 3; round++) {
            Need need = apples("20");
            List<Gift> gifts = List.of(accepted(need, "10"), accepted(need, "10"));
            List<UUID> deliveries = gifts.stream().map(gift -> planned(need, gift, UUID.randomUUID(), "10")).toList();
            List<String> ends = List.of("DeliveryCancelled.v1", "DeliveryReturned.v1");
            long promised = AtOnce.call(12, i -> {
                if (i < 2) {
                    tell(ends.get(i), Map.of("deliveryId", deliveries.get(i)));
                    return 0;
                }
                return gift().to(need.line(), APPLES, "3", "KG").by(UUID.randomUUID()).extract().statusCode();
            }).stream().filter(status -> status == 201).count();
            assertThat(promised <= 6).as(() -> promised + " promises").isTrue();
            assertThat(coverage(need.line())).isEqualTo(kg(String.valueOf(3 * promised), "0", "0"));
        }
    }

    @Test
    void goods_planned_again_while_donors_promise_take_the_place_of_what_is_promised() {
        for (int round = 0; round < 3; round++) {
            Need need = apples("10");
            Gift gift = accepted(need, "10");
            tell("DeliveryCancelled.v1", Map.of("deliveryId", planned(need, gift, UUID.randomUUID(), "10")));
            UUID second = UUID.randomUUID();
            AtOnce.call(6, i -> i == 0
                    ? planned(need, gift, second, "10").version()
                    : gift().to(need.line(), APPLES, "4", "KG").by(UUID.randomUUID()).extract().statusCode());
            assertThat(coverage(need.line())).isEqualTo(kg("0", "10", "0"));
        }
    }

    private Gift accepted(Need need, String kg) {
        Gift gift = gift().at(hub(3)).to(need.line(), APPLES, kg, "KG").pledgedBy(UUID.randomUUID());
        tell("DonationReceived.v1", Map.of("arrivalId", UUID.randomUUID(), "donationId", gift.id(), "closed", true, "lines",
                List.of(Map.of("donationLineId", gift.line(), "accepted", kg, "rejected", "0", "missing", "0"))));
        return gift;
    }

    private UUID planned(Need need, Gift gift, UUID delivery, String kg) {
        tell("DeliveryPlanned.v1", Map.of("deliveryId", delivery, "lines",
                List.of(Map.of("needLineId", need.line(), "donationLineId", gift.line(), "quantity", kg))));
        return delivery;
    }

    @Test
    void while_a_need_is_closed_every_promise_is_either_refused_or_released() {
        for (int round = 0; round < 5; round++) {
            Need need = apples("100");
            AtOnce.run(8, i -> {
                if (i == 0) {
                    as(anna).post("/api/v1/needs/{id}/closure", need.id()).then().statusCode(200);
                } else {
                    int status = gift().to(need.line(), APPLES, "3", "KG").by(UUID.randomUUID()).extract().statusCode();
                    assertThat(status == 201 || status == 409).as(() -> "status " + status).isTrue();
                }
            });
            assertThat(sql("select count(*) from donation_line where need_line_id = '" + need.line()
                    + "' and promised > 0 and not release_due")).isEqualTo(0L);
        }
    }

    @Test
    void a_need_validated_many_times_at_once_is_published_once() {
        UUID id = need(organisationOf(anna)).forGoods(APPLES, "1", "KG").by(anna).extract().jsonPath().getUUID("id");
        var answers = AtOnce.call(6, i -> City.validate(id).extract().statusCode()).stream()
                .collect(groupingBy(status -> status, counting()));
        assertThat(answers).isEqualTo(Map.of(200, 1L, 409, 5L));
        assertThat(told("NeedPublished", id)).isEqualTo(1);
    }
}
