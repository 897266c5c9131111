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
import static it.milanoaiuta.donations.City.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.donations.City.Gift;
import it.milanoaiuta.donations.City.Need;
import it.milanoaiuta.platform.testing.AtOnce;

/** How receipts and deliveries that food-hub tells of move a need's coverage and a donation's state. */
@QuarkusTest
class CoverageTest {

    private final UUID anna = UUID.randomUUID();
    private final UUID donor = UUID.randomUUID();

    @Inject
    LapsingDonations lapsing;

    @Inject
    ReleasingPromises releasing;

    @Inject
    Recounting recounting;

    @AfterEach
    void kept_coverage_equals_its_recount() {
        assertThat(sql("select count(*) from coverage_difference")).isEqualTo(0L);
    }

    @Test
    void accepted_goods_are_in_transit_and_rejected_and_missing_ones_lack_again() {
        Need need = apples("60");
        Gift gift = give(need, "10");
        Receipt receipt = receipt(gift);
        receipt.accepting(gift.line(), "4", "0", "0").open().told();
        assertThat(coverage(need.line())).isEqualTo(kg("6", "4", "0"));
        assertThat(gift.state()).isEqualTo("PARTIALLY_RECEIVED");
        receipt.accepting(gift.line(), "7", "2", "1").closed().told();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "7", "0"));
        assertThat(gift.state()).isEqualTo("PARTIALLY_RECEIVED");
        gift.track().body("lines[0].inTransit", equalTo("7.000")).body("lines[0].rejected", equalTo("2.000"))
                .body("lines[0].missing", equalTo("1.000"));
    }

    @Test
    void a_donation_is_received_rejected_or_lapsed_as_the_hub_found_it() {
        Need need = apples("60");
        Gift whole = give(need, "10");
        Gift bad = give(need, "10");
        Gift absent = give(need, "10");
        receipt(whole).accepting(whole.line(), "10", "0", "0").told();
        receipt(bad).accepting(bad.line(), "0", "10", "0").told();
        receipt(absent).accepting(absent.line(), "0", "0", "10").told();
        assertThat(List.of(whole.state(), bad.state(), absent.state())).isEqualTo(List.of("RECEIVED", "REJECTED", "LAPSED"));
        assertThat(coverage(need.line())).isEqualTo(kg("0", "10", "0"));
        assertThat(told("DonationLapsed", absent.id())).as("food-hub knows it from its own arrival").isEqualTo(0);
    }

    @Test
    void a_need_is_fulfilled_when_every_line_was_delivered() {
        Need need = need(organisationOf(anna)).forGoods(APPLES, "10", "KG").forGoods(PASTA, "4", "PIECE").publishedBy(anna);
        Gift gift = gift().at(hub(3)).to(need.lines().get(0), APPLES, "10", "KG").to(need.lines().get(1), PASTA, "4", "PIECE")
                .pledgedBy(donor);
        receipt(gift).accepting(gift.lines().get(0), "10", "0", "0").accepting(gift.lines().get(1), "4", "0", "0").told();
        delivery().of(need.lines().get(0), gift.lines().get(0), "10").told();
        assertThat(stateOf(need)).isEqualTo("PUBLISHED");
        delivery().of(need.lines().get(1), gift.lines().get(1), "3").of(need.lines().get(1), gift.lines().get(1), "1").told();
        assertThat(stateOf(need)).isEqualTo("FULFILLED");
        assertThat(told("NeedFulfilled", need.id())).isEqualTo(1);
        visitor().get("/api/v1/needs/{id}", need.id()).then().statusCode(404);
    }

    @Test
    void what_a_delivery_brings_back_stays_in_transit() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        receipt(gift).accepting(gift.line(), "10", "0", "0").told();
        delivery().of(need.line(), gift.line(), "6").told();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "4", "6"));
        delivery().of(need.line(), gift.line(), "4").told();
        assertThat(stateOf(need)).isEqualTo("FULFILLED");
    }

    @Test
    void what_a_cancelled_delivery_was_to_bring_is_stock_of_the_hub_and_may_be_promised_anew() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        Delivery planned = delivery().planned(need.line(), gift.line(), "10");
        receipt(gift).accepting(gift.line(), "10", "0", "0").told();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "10", "0"));
        planned.cancelled();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "0"));
        assertThat(gift.state()).isEqualTo("RECEIVED");
        give(need, "10");
        assertThat(coverage(need.line())).isEqualTo(kg("10", "0", "0"));
    }

    @Test
    void the_last_plan_of_a_delivery_counts() {
        Need need = apples("20");
        Gift first = give(need, "10");
        Gift second = give(need, "10");
        receipt(first).accepting(first.line(), "10", "0", "0").told();
        receipt(second).accepting(second.line(), "10", "0", "0").told();
        Delivery delivery = delivery().planned(need.line(), first.line(), "4").planned(need.line(), second.line(), "10");
        delivery.cancelled();
        assertThat(coverage(need.line())).as("what it gave up of the first is free as well").isEqualTo(kg("0", "6", "0"));
    }

    @Test
    void what_a_failed_delivery_brings_back_lacks_again_unless_another_takes_it_up() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        receipt(gift).accepting(gift.line(), "10", "0", "0").told();
        Delivery first = delivery().planned(need.line(), gift.line(), "10");
        first.back();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "0"));
        Delivery second = delivery().planned(need.line(), gift.line(), "7");
        assertThat(coverage(need.line())).isEqualTo(kg("0", "7", "0"));
        second.of(need.line(), gift.line(), "5", "2").told();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "2", "5"));
        second.back();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "5"));
    }

    @Test
    void goods_received_again_after_their_receipt_was_undone_are_in_transit_again() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        Receipt receipt = receipt(gift).accepting(gift.line(), "10", "0", "0");
        receipt.told();
        Delivery given = delivery().planned(need.line(), gift.line(), "10");
        receipt.undone(gift.line());
        given.cancelled();
        assertThat(coverage(need.line())).isEqualTo(kg("10", "0", "0"));
        receipt.told();
        delivery().planned(need.line(), gift.line(), "10");
        assertThat(coverage(need.line())).isEqualTo(kg("0", "10", "0"));
    }

    @Test
    void cancelled_and_returned_deliveries_give_the_same_in_every_order_of_their_topics() {
        for (List<Integer> order : List.of(List.of(0, 1, 2, 3), List.of(3, 2, 1, 0), List.of(2, 0, 3, 1),
                List.of(1, 3, 0, 2))) {
            Need need = apples("20");
            Gift first = give(need, "12");
            Gift second = give(need, "8");
            List<Runnable> facts = List.of(() -> receipt(first).accepting(first.line(), "12", "0", "0").told(),
                    () -> receipt(second).accepting(second.line(), "8", "0", "0").told(),
                    () -> delivery().planned(need.line(), first.line(), "12").of(need.line(), first.line(), "9", "3").told()
                            .back(),
                    () -> delivery().planned(need.line(), second.line(), "8").cancelled());
            order.forEach(i -> facts.get(i).run());
            assertThat(coverage(need.line())).as(order.toString()).isEqualTo(kg("0", "0", "9"));
            assertThat(List.of(first.state(), second.state())).as(order.toString()).isEqualTo(List.of("RECEIVED", "RECEIVED"));
        }
    }

    @Test
    void receipts_and_deliveries_give_the_same_in_every_order() {
        List<List<Integer>> orders = List.of(List.of(0, 1, 2, 3), List.of(3, 2, 1, 0), List.of(2, 0, 3, 1), List.of(2, 3, 0, 1),
                List.of(1, 0, 3, 2));
        for (List<Integer> order : orders) {
            Need need = apples("20");
            Gift first = give(need, "12");
            Gift second = give(need, "8");
            List<Runnable> facts = List.of(() -> receipt(first).accepting(first.line(), "10", "1", "1").told(),
                    () -> receipt(second).accepting(second.line(), "8", "0", "0").told(),
                    () -> delivery().of(need.line(), first.line(), "9").told(),
                    () -> delivery().of(need.line(), second.line(), "8").of(need.line(), first.line(), "1").told());
            order.forEach(i -> facts.get(i).run());
            assertThat(coverage(need.line())).as(order.toString()).isEqualTo(kg("0", "0", "18"));
            assertThat(List.of(first.state(), second.state())).as(order.toString())
                    .isEqualTo(List.of("PARTIALLY_RECEIVED", "RECEIVED"));
            assertThat(stateOf(need)).as(order.toString()).isEqualTo("PUBLISHED");
        }
    }

    @Test
    void who_may_act_and_what_is_received_may_become_known_in_either_order() {
        UUID hub = it.milanoaiuta.platform.web.Ids.next();
        tell("ManagerNamed.v1", it.milanoaiuta.donations.City.named(hub, anna, java.time.LocalDate.now().minusDays(1), null));
        tell("IntakePaused.v1", Map.of("hubId", hub));
        gift().at(hub).toStock(PASTA, "1", "PIECE").by(donor).statusCode(400);
        tell("HubOpened.v1", Map.of("hubId", hub, "municipio", 4));
        gift().at(hub).toStock(PASTA, "1", "PIECE").by(donor).statusCode(409);
        tell("IntakeResumed.v1", Map.of("hubId", hub));
        appeal(hub).forGoods(PASTA, "1", "PIECE").by(anna).statusCode(201);
        UUID organisation = UUID.randomUUID();
        tell("OrganisationVerified.v1", Map.of("organisationId", organisation));
        tell("MemberJoined.v1", Map.of("organisationId", organisation, "subject", anna, "role", "OWNER"));
        need(organisation).forGoods(PASTA, "1", "PIECE").by(anna).statusCode(201);
    }

    @Test
    void facts_of_the_unknown_are_kept_and_harm_nobody() {
        tell("DonationReceived.v1", Map.of("arrivalId", UUID.randomUUID(), "donationId", UUID.randomUUID(), "closed", true,
                "lines",
                List.of(Map.of("donationLineId", UUID.randomUUID(), "accepted", "1", "rejected", "0", "missing", "0"))));
        delivery().of(UUID.randomUUID(), UUID.randomUUID(), "3").told();
        delivery().of(UUID.randomUUID(), null, "3").told();
        delivery().of(null, null, "3").told();
    }

    @Test
    void the_same_totals_again_change_nothing() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        Receipt receipt = receipt(gift).accepting(gift.line(), "10", "0", "0");
        receipt.told();
        receipt.told();
        Delivery delivery = delivery().of(need.line(), gift.line(), "10");
        delivery.told();
        delivery.told();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "10"));
        assertThat(told("NeedFulfilled", need.id())).isEqualTo(1);
    }

    @Test
    void a_hubs_own_need_has_what_the_hub_accepted() {
        UUID hub = hubOf(anna);
        Need need = appeal(hub).forGoods(APPLES, "10", "KG").publishedBy(anna);
        Gift gift = gift().at(hub).to(need.line(), APPLES, "10", "KG").pledgedBy(donor);
        Receipt receipt = receipt(gift);
        receipt.accepting(gift.line(), "6", "0", "0").open().told();
        assertThat(coverage(need.line())).isEqualTo(kg("4", "0", "6"));
        receipt.accepting(gift.line(), "10", "0", "0").closed().told();
        assertThat(stateOf(need)).isEqualTo("FULFILLED");
    }

    @Test
    void an_undone_receipt_is_promised_again_and_reopens_a_fulfilled_need() {
        UUID hub = hubOf(anna);
        Need need = appeal(hub).forGoods(APPLES, "10", "KG").publishedBy(anna);
        Gift gift = gift().at(hub).to(need.line(), APPLES, "10", "KG").pledgedBy(donor);
        Receipt receipt = receipt(gift).accepting(gift.line(), "10", "0", "0");
        receipt.told();
        receipt.undone(gift.line());
        assertThat(coverage(need.line())).isEqualTo(kg("10", "0", "0"));
        assertThat(stateOf(need)).isEqualTo("PUBLISHED");
        assertThat(gift.state()).isEqualTo("SCHEDULED");
        assertThat(told("NeedPublished", need.id())).isEqualTo(2);
        receipt.told();
        assertThat(stateOf(need)).isEqualTo("FULFILLED");
    }

    @Test
    void a_fulfilled_need_that_is_no_longer_fresh_reopens_as_expired() {
        UUID hub = hubOf(anna);
        Need need = appeal(hub).forGoods(APPLES, "10", "KG").publishedBy(anna);
        Gift gift = gift().at(hub).to(need.line(), APPLES, "10", "KG").pledgedBy(donor);
        Receipt receipt = receipt(gift).accepting(gift.line(), "10", "0", "0");
        receipt.told();
        change("update need set fresh_until = now() where id = '" + need.id() + "'");
        receipt.undone(gift.line());
        assertThat(stateOf(need)).isEqualTo("EXPIRED");
    }

    @Test
    void an_undone_receipt_promises_only_what_others_have_not_promised_meanwhile() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        Receipt receipt = receipt(gift).accepting(gift.line(), "6", "0", "4");
        receipt.told();
        give(need, "4");
        receipt.undone(gift.line());
        assertThat(coverage(need.line())).isEqualTo(kg("10", "0", "0"));
        gift.track().body("lines[0].promised", equalTo("6.000")).body("state", equalTo("SCHEDULED"));
        change("update donation set lapses_at = now() where id = '" + gift.id() + "'");
        lapsing.run();
        assertThat(coverage(need.line())).isEqualTo(kg("4", "0", "0"));
    }

    @Test
    void a_promise_that_waits_behind_anothers_is_restored_when_that_one_goes() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        Receipt receipt = receipt(gift).accepting(gift.line(), "6", "0", "4");
        receipt.told();
        Gift other = give(need, "4");
        receipt.undone(gift.line());
        gift.track().body("lines[0].promised", equalTo("6.000"));
        other.cancelled().statusCode(204);
        gift.track().body("lines[0].promised", equalTo("10.000"));
        assertThat(coverage(need.line())).isEqualTo(kg("10", "0", "0"));
    }

    @Test
    void an_undone_receipt_gives_the_hub_its_grace_anew() {
        Gift gift = give(apples("10"), "10");
        Receipt receipt = receipt(gift).accepting(gift.line(), "10", "0", "0");
        receipt.told();
        change("update donation set lapses_at = now() - interval '1 day' where id = '" + gift.id() + "'");
        receipt.undone(gift.line());
        lapsing.run();
        assertThat(gift.state()).isEqualTo("SCHEDULED");
    }

    @Test
    void goods_of_a_cancelled_donation_that_come_anyway_take_the_place_of_what_is_only_promised() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        gift.cancelled().statusCode(204);
        comesInPlaceOf(need, gift, gift().at(hub(3)).to(need.line(), APPLES, "10", "KG").pledgedBy(UUID.randomUUID()));
        assertThat(gift.state()).isEqualTo("RECEIVED");
    }

    @Test
    void so_do_goods_of_a_lapsed_one() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        change("update donation set lapses_at = now() where id = '" + gift.id() + "'");
        lapsing.run();
        comesInPlaceOf(need, gift, gift().at(hub(3)).to(need.line(), APPLES, "10", "KG").pledgedBy(UUID.randomUUID()));
        assertThat(gift.state()).as("she sees that hers came").isEqualTo("RECEIVED");
    }

    /** The hub sets it aside for the need, hands it over, and nobody asks again for what is there. */
    private void comesInPlaceOf(Need need, Gift gift, Gift promised) {
        receipt(gift).accepting(gift.line(), "10", "0", "0").told();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "10", "0"));
        releasing.run();
        releasing.run();
        assertThat(sql("select count(*) from message where kind = 'GOODS_ARE_THERE_YOURS_TO_STOCK' and person = '"
                + promised.donor() + "'")).isEqualTo(1L);
        promised.track().body("state", equalTo("SCHEDULED")).body("lines[0].promised", equalTo("0.000"));
        Delivery delivery = delivery().planned(need.line(), gift.line(), "10");
        promised.cancelled().statusCode(204);
        assertThat(coverage(need.line())).as("nobody asks again for what is there").isEqualTo(kg("0", "10", "0"));
        delivery.of(need.line(), gift.line(), "10").told();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "10"));
        assertThat(stateOf(need)).isEqualTo("FULFILLED");
    }

    @Test
    void goods_that_come_to_a_hubs_own_need_take_the_place_of_what_is_only_promised() {
        UUID hub = hubOf(anna);
        Need need = appeal(hub).forGoods(APPLES, "10", "KG").publishedBy(anna);
        Gift gift = gift().at(hub).to(need.line(), APPLES, "10", "KG").pledgedBy(donor);
        gift.cancelled().statusCode(204);
        Gift promised = gift().at(hub).to(need.line(), APPLES, "10", "KG").pledgedBy(UUID.randomUUID());
        receipt(gift).accepting(gift.line(), "10", "0", "0").told();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "10"));
        assertThat(stateOf(need)).isEqualTo("FULFILLED");
        promised.cancelled().statusCode(204);
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "10"));
    }

    @Test
    void cancelled_promised_and_accepted_in_one_moment_the_goods_that_are_there_count() {
        for (int round = 0; round < 5; round++) {
            Need need = apples("10");
            Gift gift = give(need, "10");
            List<Runnable> acts = List.of(() -> gift.cancelled(),
                    () -> gift().at(hub(3)).to(need.line(), APPLES, "10", "KG").by(UUID.randomUUID()),
                    () -> receipt(gift).accepting(gift.line(), "10", "0", "0").told(), releasing::run);
            AtOnce.run(acts.size(), i -> acts.get(i).run());
            assertThat(coverage(need.line())).isEqualTo(kg("0", "10", "0"));
        }
    }

    @Test
    void what_a_hub_took_as_general_stock_never_counts_for_a_need() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        gift.cancelled().statusCode(204);
        Gift other = gift().at(hub(3)).to(need.line(), APPLES, "10", "KG").pledgedBy(UUID.randomUUID());
        Receipt receipt = receipt(gift).accepting(gift.line(), "4", "0", "0").settingAside(gift.line(), "0").open();
        receipt.told();
        assertThat(coverage(need.line())).isEqualTo(kg("10", "0", "0"));
        other.cancelled().statusCode(204);
        receipt.accepting(gift.line(), "10", "0", "0").settingAside(gift.line(), "6").closed().told();
        Delivery delivery = delivery().planned(need.line(), gift.line(), "6");
        assertThat(coverage(need.line())).isEqualTo(kg("0", "6", "0"));
        delivery.of(need.line(), gift.line(), "6").told();
        assertThat(coverage(need.line())).as("it asks for the four that lie in the hub's stock").isEqualTo(kg("0", "0", "6"));
        give(need, "4");
    }

    @Test
    void a_donor_who_said_so_gets_back_what_no_longer_fits() {
        Need need = apples("10");
        Gift gift = give(need, "8");
        gift.cancelled().statusCode(204);
        Gift older = giveOrCancel(need, "4");
        Gift newer = giveOrCancel(need, "6");
        receipt(gift).accepting(gift.line(), "8", "0", "0").told();
        assertThat(coverage(need.line())).isEqualTo(kg("2", "8", "0"));
        releasing.run();
        older.track().body("state", equalTo("SCHEDULED")).body("lines[0].quantity", equalTo("2.000"))
                .body("lines[0].promised", equalTo("2.000"));
        newer.track().body("state", equalTo("CANCELLED")).body("lines[0].cancelled", equalTo(true));
        assertThat(told("DonationRescheduled", older.id())).as("the hub expects the rest of it no more").isEqualTo(1);
        assertThat(told("DonationCancelled", newer.id())).isEqualTo(1);
        assertThat(sql("select count(*) from donation where id = '" + older.id() + "' and kg = 2")).isEqualTo(1L);
        for (Gift told : List.of(older, newer)) {
            assertThat(sql("select count(*) from message where kind = 'GOODS_ARE_THERE_LINE_CANCELLED' and person = '"
                    + told.donor() + "'")).isEqualTo(1L);
        }
    }

    @Test
    void a_promise_that_goods_had_crowded_out_is_restored_when_they_are_free_again() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        gift.cancelled().statusCode(204);
        Gift other = gift().at(hub(3)).to(need.line(), APPLES, "10", "KG").pledgedBy(UUID.randomUUID());
        Receipt receipt = receipt(gift).accepting(gift.line(), "10", "0", "0");
        receipt.told();
        Delivery delivery = delivery().planned(need.line(), gift.line(), "10");
        other.track().body("lines[0].promised", equalTo("0.000"));
        delivery.cancelled();
        assertThat(coverage(need.line())).isEqualTo(kg("10", "0", "0"));
        other.track().body("lines[0].promised", equalTo("10.000"));
    }

    @Test
    void coverage_that_was_kept_by_another_rule_is_settled_anew() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        receipt(gift).accepting(gift.line(), "10", "0", "0").told();
        change("update need_line set in_transit = 5, promised = 3, recount_due = true where id = '" + need.line() + "'");
        recounting.run();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "10", "0"));
    }

    @Test
    void goods_of_a_lapsed_donation_that_come_anyway_are_received() {
        Need need = apples("10");
        Gift gift = give(need, "8");
        change("update donation set lapses_at = now() where id = '" + gift.id() + "'");
        lapsing.run();
        Receipt receipt = receipt(gift).accepting(gift.line(), "5", "3", "0");
        receipt.told();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "5", "0"));
        assertThat(gift.state()).isEqualTo("PARTIALLY_RECEIVED");
        receipt.undone(gift.line());
        assertThat(gift.state()).isEqualTo("LAPSED");
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "0"));
    }

    @Test
    void a_donation_of_which_goods_have_come_can_no_longer_be_taken_back() {
        Gift gift = give(apples("10"), "8");
        receipt(gift).accepting(gift.line(), "1", "0", "0").open().told();
        gift.cancelled().statusCode(409).body("type", equalTo("/problems/donation-has-moved-on"));
    }

    @Test
    void goods_that_went_to_two_hubs_are_added_up() {
        Need need = apples("20");
        Gift gift = give(need, "10");
        receipt(gift).accepting(gift.line(), "4", "0", "0").open().told();
        receipt(gift).accepting(gift.line(), "6", "0", "0").open().told();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "10", "0"));
        assertThat(gift.state()).isEqualTo("RECEIVED");
    }

    @Test
    void when_the_need_ends_goods_at_a_hub_become_stock_and_what_is_delivered_all_the_same_counts() {
        Need need = apples("20");
        Gift gift = give(need, "10");
        receipt(gift).accepting(gift.line(), "10", "0", "0").told();
        delivery().of(need.line(), gift.line(), "2").told();
        as(anna).post("/api/v1/needs/{id}/closure", need.id()).then().statusCode(200);
        releasing.run();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "2"));
        delivery().of(need.line(), gift.line(), "3").told();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "5"));
        assertThat(stateOf(need)).isEqualTo("CLOSED_SHORT");
    }

    @Test
    void a_closed_need_is_not_reopened_by_an_undone_receipt() {
        Need need = apples("10");
        Gift gift = give(need, "10");
        Receipt receipt = receipt(gift).accepting(gift.line(), "4", "0", "6");
        receipt.told();
        as(anna).post("/api/v1/needs/{id}/closure", need.id()).then().statusCode(200);
        receipt.undone(gift.line());
        assertThat(stateOf(need)).isEqualTo("CLOSED_SHORT");
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "0"));
        releasing.run();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "0"));
    }

    @Test
    void goods_that_no_donation_had_promised_to_the_line_count_as_far_as_it_asks_for_them() {
        Need need = apples("10");
        Gift gift = give(need, "7");
        delivery().of(need.line(), null, "5").told();
        assertThat(coverage(need.line())).isEqualTo(kg("5", "0", "5"));
        Gift forOther = give(apples("10"), "4");
        delivery().of(need.line(), forOther.line(), "1").told();
        assertThat(coverage(need.line())).isEqualTo(kg("4", "0", "6"));
        gift.cancelled().statusCode(204);
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "6"));
        delivery().of(need.line(), null, "5").told();
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "10"));
        assertThat(stateOf(need)).isEqualTo("FULFILLED");
    }

    private Need apples(String kg) {
        return need(organisationOf(anna)).forGoods(APPLES, kg, "KG").publishedBy(anna);
    }

    private Gift give(Need need, String kg) {
        return gift().at(hub(3)).to(need.line(), APPLES, kg, "KG").pledgedBy(donor);
    }

    private Gift giveOrCancel(Need need, String kg) {
        return gift().at(hub(3)).with("ifNotNeeded", "CANCEL").to(need.line(), APPLES, kg, "KG").pledgedBy(UUID.randomUUID());
    }

    private String stateOf(Need need) {
        return (String) sql("select state from need where id = '" + need.id() + "'");
    }

    private static Receipt receipt(Gift gift) {
        return new Receipt(gift);
    }

    private static Delivery delivery() {
        return new Delivery();
    }

    /** An arrival of a donation, and what food-hub tells of it. */
    private static class Receipt {

        private final UUID arrival = UUID.randomUUID();
        private final Gift gift;
        private final Map<UUID, Map<String, Object>> lines = new LinkedHashMap<>();
        private boolean closed = true;

        Receipt(Gift gift) {
            this.gift = gift;
        }

        Receipt accepting(UUID line, String accepted, String rejected, String missing) {
            lines.put(line,
                    Map.of("donationLineId", line, "expected", "0", "accepted", accepted, "rejected", rejected, "missing",
                            missing, "surplus", "0"));
            return this;
        }

        /** Of what was accepted; not said, as hubs did not say it once, it is all. */
        Receipt settingAside(UUID line, String part) {
            Map<String, Object> told = new HashMap<>(lines.get(line));
            told.put("setAside", part);
            lines.put(line, told);
            return this;
        }

        Receipt open() {
            closed = false;
            return this;
        }

        Receipt closed() {
            closed = true;
            return this;
        }

        void told() {
            tell("DonationReceived.v1", body(List.copyOf(lines.values()), closed));
        }

        void undone(UUID... undone) {
            tell("ReceiptUndone.v1", body(Arrays.stream(undone).map(line -> Map.<String, Object>of("donationLineId", line,
                    "accepted", "0", "rejected", "0", "missing", "0")).toList(), false));
        }

        private Map<String, Object> body(List<Map<String, Object>> lines, boolean closed) {
            return Map.of("arrivalId", arrival, "donationId", gift.id(), "closed", closed, "lines", lines);
        }
    }

    /** A delivery, and what food-hub tells of it. */
    private static class Delivery {

        private final UUID id = UUID.randomUUID();
        private final List<Map<String, Object>> lines = new ArrayList<>();

        Delivery of(UUID needLine, UUID donationLine, String delivered) {
            return of(needLine, donationLine, delivered, "0");
        }

        Delivery of(UUID needLine, UUID donationLine, String delivered, String returned) {
            lines.add(line(needLine, donationLine, Map.of("delivered", delivered, "returned", returned)));
            return this;
        }

        /** Tells the whole plan. */
        Delivery planned(UUID needLine, UUID donationLine, String quantity) {
            tell("DeliveryPlanned.v1",
                    Map.of("deliveryId", id, "lines", List.of(line(needLine, donationLine, Map.of("quantity", quantity)))));
            return this;
        }

        Delivery told() {
            tell("DeliveryConfirmed.v1", Map.of("deliveryId", id, "lines", lines));
            return this;
        }

        void back() {
            tell("DeliveryReturned.v1", Map.of("deliveryId", id));
        }

        void cancelled() {
            tell("DeliveryCancelled.v1", Map.of("deliveryId", id));
        }

        private static Map<String, Object> line(UUID needLine, UUID donationLine, Map<String, Object> goods) {
            Map<String, Object> line = new HashMap<>(goods);
            line.put("needLineId", needLine);
            line.put("donationLineId", donationLine);
            return line;
        }
    }
}
