package it.milanoaiuta.donations.donation;

import static it.milanoaiuta.donations.City.APPLES;
import static it.milanoaiuta.donations.City.PASTA;
import static it.milanoaiuta.donations.City.appeal;
import static it.milanoaiuta.donations.City.as;
import static it.milanoaiuta.donations.City.change;
import static it.milanoaiuta.donations.City.coverage;
import static it.milanoaiuta.donations.City.gift;
import static it.milanoaiuta.donations.City.hub;
import static it.milanoaiuta.donations.City.hubOf;
import static it.milanoaiuta.donations.City.kg;
import static it.milanoaiuta.donations.City.need;
import static it.milanoaiuta.donations.City.organisationOf;
import static it.milanoaiuta.donations.City.sql;
import static it.milanoaiuta.donations.City.tell;
import static it.milanoaiuta.donations.City.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.donations.City.Gift;
import it.milanoaiuta.donations.City.Need;
import it.milanoaiuta.platform.testing.AtOnce;

/** A need ends while donations are on their way to it: each donor is told, and her word holds. */
@QuarkusTest
class EndedNeedTest {

    private final UUID anna = UUID.randomUUID();
    private final UUID organisation = organisationOf(anna);
    private final UUID donor = UUID.randomUUID();

    @Inject
    ReleasingPromises releasing;

    @AfterEach
    void kept_coverage_equals_its_recount() {
        assertThat(sql("select count(*) from coverage_difference")).isEqualTo(0L);
    }

    @Test
    void goods_wait_two_days_for_their_donor_and_are_general_stock_then() {
        Need need = apples("10");
        Gift gift = give(need, "4");
        cancel(need);
        releasing.run();
        releasing.run();
        gift.track().body("lines[0].needLineId", equalTo(need.line().toString())).body("lines[0].stockAt", notNullValue())
                .body("lines[0].promised", equalTo("0.000"));
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "0"));
        assertThat(toldToDonor("NEED_ENDED_GOODS_TO_STOCK")).isEqualTo(1L);
        assertThat(sql("select stock_at - now() between interval '47 hours' and interval '49 hours' from donation_line "
                + "where id = '" + gift.line() + "'")).isEqualTo(true);
        assertThat(told("DonationRescheduled", gift.id())).isEqualTo(0);
        twoDaysPass(gift);
        releasing.run();
        releasing.run();
        gift.track().body("state", equalTo("SCHEDULED")).body("lines[0].needLineId", nullValue())
                .body("lines[0].stockAt", nullValue());
        assertThat(told("DonationRescheduled", gift.id())).isEqualTo(1);
        assertThat(toldToDonor("NEED_ENDED_GOODS_TO_STOCK")).isEqualTo(1L);
    }

    @Test
    void goods_that_arrive_before_are_general_stock_on_arrival() {
        Need need = apples("10");
        Gift gift = give(need, "4");
        close(need);
        releasing.run();
        receipt(gift, "4");
        gift.track().body("state", equalTo("RECEIVED")).body("lines[0].needLineId", nullValue());
        twoDaysPass(gift);
        releasing.run();
        assertThat(told("DonationRescheduled", gift.id())).as("the hub knows of the end and has the goods").isEqualTo(0);
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "0"));
    }

    @Test
    void goods_that_lie_at_the_hub_are_general_stock_at_once() {
        Need need = apples("10");
        Gift gift = give(need, "4");
        receipt(gift, "4");
        close(need);
        releasing.run();
        gift.track().body("lines[0].needLineId", nullValue());
        assertThat(toldToDonor("NEED_ENDED_GOODS_TO_STOCK")).isEqualTo(1L);
    }

    @Test
    void while_they_wait_the_donor_may_want_them_back() {
        Need need = apples("10");
        Gift gift = give(need, "4");
        Gift more = gift().at(hub(3)).to(need.line(), APPLES, "4", "KG").toStock(PASTA, "2", "PIECE").pledgedBy(donor);
        close(need);
        releasing.run();
        says(gift, "CANCEL").statusCode(200).body("state", equalTo("CANCELLED"));
        says(more, "CANCEL").statusCode(200).body("state", equalTo("SCHEDULED")).body("lines.cancelled", contains(true, false));
        assertThat(told("DonationCancelled", gift.id())).isEqualTo(1);
        assertThat(told("DonationRescheduled", more.id())).isEqualTo(1);
        assertThat(sql("select count(*) from donation where id = '" + more.id() + "' and kg = 1")).isEqualTo(1L);
        twoDaysPass(gift);
        twoDaysPass(more);
        releasing.run();
        assertThat(told("DonationRescheduled", more.id())).isEqualTo(1);
    }

    @Test
    void a_donor_who_said_so_gets_her_line_back_at_once() {
        Need need = apples("10");
        Gift whole = giveOrCancel().to(need.line(), APPLES, "4", "KG").pledgedBy(donor);
        Gift part = giveOrCancel().to(need.line(), APPLES, "4", "KG").toStock(PASTA, "2", "PIECE").pledgedBy(donor);
        close(need);
        releasing.run();
        assertThat(whole.state()).isEqualTo("CANCELLED");
        assertThat(told("DonationCancelled", whole.id())).isEqualTo(1);
        part.track().body("state", equalTo("SCHEDULED")).body("lines.cancelled", contains(true, false));
        assertThat(told("DonationRescheduled", part.id())).isEqualTo(1);
        assertThat(toldToDonor("NEED_ENDED_LINE_CANCELLED")).isEqualTo(2L);
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "0"));
    }

    @Test
    void also_the_line_that_has_not_come_of_a_donation_that_came_in_part() {
        Need need = apples("10");
        Gift gift = giveOrCancel().toStock(PASTA, "2", "PIECE").to(need.line(), APPLES, "4", "KG").pledgedBy(donor);
        receipt(gift, "2");
        close(need);
        releasing.run();
        gift.track().body("state", equalTo("RECEIVED")).body("lines.cancelled", contains(false, true));
        assertThat(told("DonationRescheduled", gift.id())).as("the hub expects it no more").isEqualTo(1);
        assertThat(toldToDonor("NEED_ENDED_LINE_CANCELLED")).isEqualTo(1L);
    }

    @Test
    void also_when_it_ends_because_others_met_it() {
        Need need = apples("10");
        Gift late = give(need, "10");
        UUID arrival = UUID.randomUUID();
        receipt(late, arrival, "0", "10");
        Gift other = gift().at(hub(3)).to(need.line(), APPLES, "10", "KG").pledgedBy(UUID.randomUUID());
        tell("ReceiptUndone.v1", receiptOf(late, arrival, false, "0", "0"));
        assertThat(late.state()).isEqualTo("SCHEDULED");
        receipt(other, "10");
        delivered(need, other, "10");
        assertThat(sql("select state from need where id = '" + need.id() + "'")).isEqualTo("FULFILLED");
        releasing.run();
        assertThat(toldToDonor("NEED_ENDED_GOODS_TO_STOCK")).isEqualTo(1L);
        twoDaysPass(late);
        releasing.run();
        assertThat(told("DonationRescheduled", late.id())).isEqualTo(1);
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "10"));
    }

    @Test
    void who_met_it_is_told_of_no_end_also_when_her_receipt_is_heard_after_the_delivery() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        delivered(need, gift, "10");
        releasing.run();
        receipt(gift, "10");
        assertThat(sql("select state from need where id = '" + need.id() + "'")).isEqualTo("FULFILLED");
        assertThat(sql("select count(*) from message where person = '" + donor + "'")).isEqualTo(0L);
        gift.track().body("lines[0].needLineId", equalTo(need.line().toString()))
                .body("lines[0].received", equalTo("10.000"));
    }

    @Test
    void a_hubs_appeal_that_ends_lets_go_too() {
        UUID hub = hubOf(anna);
        Need need = appeal(hub).forGoods(APPLES, "10", "KG").publishedBy(anna);
        Gift gift = gift().at(hub).to(need.line(), APPLES, "4", "KG").pledgedBy(donor);
        close(need);
        releasing.run();
        as(donor).header("If-Match", gift.track().extract().header("ETag")).body(Map.of("hubId", hub(5)))
                .patch("/api/v1/donations/{code}", gift.code()).then().statusCode(200);
        assertThat(toldToDonor("NEED_ENDED_GOODS_TO_STOCK")).isEqualTo(1L);
    }

    @Test
    void a_need_that_expires_or_whose_owner_is_suspended_keeps_what_is_on_its_way() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        change("update need set state = 'EXPIRED', fresh_until = now() where id = '" + need.id() + "'");
        tell("OrganisationSuspended.v1", Map.of("organisationId", organisation));
        releasing.run();
        assertThat(coverage(need.line())).isEqualTo(kg("10", "0", "0"));
        receipt(gift, "10");
        assertThat(coverage(need.line())).isEqualTo(kg("0", "10", "0"));
        gift.track().body("lines[0].needLineId", equalTo(need.line().toString()));
        assertThat(sql("select count(*) from message where person = '" + donor + "'")).isEqualTo(0L);
    }

    @Test
    void who_took_it_back_before_is_told_nothing() {
        Need need = apples("10");
        give(need, "4").cancelled().statusCode(204);
        close(need);
        releasing.run();
        assertThat(sql("select count(*) from message where person = '" + donor + "'")).isEqualTo(0L);
    }

    /** The end, a receipt, the donor's second thought and two replicas' ticks, all at once and in every order they fall into. */
    @Test
    void whatever_happens_at_the_same_moment_goods_are_let_go_once() {
        for (int round = 0; round < 8; round++) {
            Need need = apples("10");
            UUID person = UUID.randomUUID();
            Gift gift = gift().at(hub(3)).to(need.line(), APPLES, "4", "KG").pledgedBy(person);
            if (round % 2 == 0) {
                close(need);
                releasing.run();
                twoDaysPass(gift);
            }
            List<Runnable> events = List.of(releasing::run, releasing::run, () -> receipt(gift, "4"),
                    () -> says(gift, "CANCEL"), () -> as(anna).post("/api/v1/needs/{id}/closure", need.id()));
            AtOnce.run(events.size(), i -> events.get(i).run());
            releasing.run();
            assertThat(gift.state()).as("the physical fact wins").isEqualTo("RECEIVED");
            assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "0"));
            assertThat(sql("select count(*) from donation_line where id = '" + gift.line()
                    + "' and released and not release_due and stock_at is not null")).isEqualTo(1L);
            assertThat(sql("select count(*) from message where person = '" + person + "'")).isEqualTo(1L);
            long announced = told("DonationRescheduled", gift.id()) + told("DonationCancelled", gift.id());
            assertThat(announced <= 1).as(() -> announced + " times").isTrue();
        }
    }

    @Test
    void two_needs_of_one_donation_that_end_at_the_same_moment_are_both_told() {
        for (int round = 0; round < 5; round++) {
            Need one = apples("10");
            Need other = apples("10");
            UUID person = UUID.randomUUID();
            Gift gift = gift().at(hub(3)).to(one.line(), APPLES, "4", "KG").to(other.line(), APPLES, "4", "KG")
                    .pledgedBy(person);
            List<Runnable> events = List.of(() -> close(one), () -> close(other), releasing::run, releasing::run);
            AtOnce.run(events.size(), i -> events.get(i).run());
            releasing.run();
            assertThat(sql("select count(*) from message where person = '" + person + "'")).isEqualTo(2L);
            twoDaysPass(gift);
            releasing.run();
            gift.track().body("lines.needLineId", contains(nullValue(), nullValue()));
            assertThat(told("DonationRescheduled", gift.id())).isEqualTo(1);
        }
    }

    private Need apples(String kg) {
        return need(organisation).forGoods(APPLES, kg, "KG").publishedBy(anna);
    }

    private Gift give(Need need, String kg) {
        return gift().at(hub(3)).to(need.line(), APPLES, kg, "KG").pledgedBy(donor);
    }

    private static it.milanoaiuta.donations.City.Giving giveOrCancel() {
        return gift().at(hub(3)).with("ifNotNeeded", "CANCEL");
    }

    private void close(Need need) {
        as(anna).post("/api/v1/needs/{id}/closure", need.id()).then().statusCode(200);
    }

    private void cancel(Need need) {
        as(anna).delete("/api/v1/needs/{id}", need.id()).then().statusCode(204);
    }

    private static ValidatableResponse says(Gift gift, String ifNotNeeded) {
        return as(gift.donor()).header("If-Match", gift.track().extract().header("ETag"))
                .body(Map.of("ifNotNeeded", ifNotNeeded)).patch("/api/v1/donations/{code}", gift.code()).then();
    }

    private static void twoDaysPass(Gift gift) {
        change("update donation_line set stock_at = now() where donation_id = '" + gift.id() + "' and stock_at is not null");
    }

    private static void delivered(Need need, Gift gift, String kg) {
        tell("DeliveryConfirmed.v1", Map.of("deliveryId", UUID.randomUUID(), "lines", List.of(Map.of("needLineId", need.line(),
                "donationLineId", gift.line(), "delivered", kg, "returned", "0"))));
    }

    private static void receipt(Gift gift, String accepted) {
        tell("DonationReceived.v1", receiptOf(gift, UUID.randomUUID(), true, accepted, "0"));
    }

    private static void receipt(Gift gift, UUID arrival, String accepted, String missing) {
        tell("DonationReceived.v1", receiptOf(gift, arrival, true, accepted, missing));
    }

    /** Of its first line. */
    private static Map<String, Object> receiptOf(Gift gift, UUID arrival, boolean closed, String accepted, String missing) {
        return Map.of("arrivalId", arrival, "donationId", gift.id(), "closed", closed, "lines", List.of(Map.of("donationLineId",
                gift.line(), "accepted", accepted, "rejected", "0", "missing", missing)));
    }

    private long toldToDonor(String kind) {
        return (Long) sql("select count(*) from message where kind = '" + kind + "' and person = '" + donor + "'");
    }
}
