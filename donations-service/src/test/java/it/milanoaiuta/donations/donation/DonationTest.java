package it.milanoaiuta.donations.donation;

import static it.milanoaiuta.donations.City.APPLES;
import static it.milanoaiuta.donations.City.PASTA;
import static it.milanoaiuta.donations.City.TUNA;
import static it.milanoaiuta.donations.City.appeal;
import static it.milanoaiuta.donations.City.as;
import static it.milanoaiuta.donations.City.change;
import static it.milanoaiuta.donations.City.coverage;
import static it.milanoaiuta.donations.City.gift;
import static it.milanoaiuta.donations.City.hub;
import static it.milanoaiuta.donations.City.hubOf;
import static it.milanoaiuta.donations.City.in;
import static it.milanoaiuta.donations.City.kg;
import static it.milanoaiuta.donations.City.need;
import static it.milanoaiuta.donations.City.organisationOf;
import static it.milanoaiuta.donations.City.sql;
import static it.milanoaiuta.donations.City.tell;
import static it.milanoaiuta.donations.City.told;
import static it.milanoaiuta.donations.City.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.donations.City.Gift;
import it.milanoaiuta.donations.City.Need;

@QuarkusTest
class DonationTest {

    private final UUID anna = UUID.randomUUID();
    private final UUID donor = UUID.randomUUID();

    @Inject
    LapsingDonations lapsing;

    private Need apples(String kg) {
        return need(organisationOf(anna)).forGoods(APPLES, kg, "KG").publishedBy(anna);
    }

    @Test
    void goods_promised_to_a_line_no_longer_lack() {
        Need need = apples("60");
        gift().to(need.line(), APPLES, "25.5", "KG").by(donor).statusCode(201).body("state", equalTo("PLEDGED"))
                .body("code", matchesPattern("MA-[2-9A-Z]{4}-[2-9A-Z]{4}")).body("lines[0].promised", equalTo("25.500"))
                .body("lines[0].needId", equalTo(need.id().toString()));
        visitor().get("/api/v1/needs/{id}", need.id()).then().body("lines[0].promised", equalTo("25.500"))
                .body("lines[0].lacking", equalTo("34.500"));
    }

    @Test
    void more_than_a_line_lacks_is_refused_naming_the_line_and_what_lacks() {
        Need need = apples("10");
        gift().to(need.line(), APPLES, "4", "KG").pledgedBy(donor);
        as(donor).header("Accept-Language", "it")
                .body(gift().toStock(PASTA, "3", "PIECE").to(need.line(), APPLES, "7", "KG").body())
                .post("/api/v1/donations").then().statusCode(409)
                .body("type", equalTo("/problems/offered-more-than-lacks"))
                .body("violations.field", contains("lines[1].quantity"))
                .body("detail", containsString("mancano solo 6 KG"));
        assertThat(coverage(need.line())).isEqualTo(kg("4", "0", "0"));
        assertThat(sql("select count(*) from donation where donor = '" + donor + "'")).isEqualTo(1L);
    }

    @Test
    void the_rest_is_offered_as_general_stock_in_the_same_request() {
        Need need = apples("10");
        gift().to(need.line(), APPLES, "10", "KG").toStock(APPLES, "5", "KG").by(donor).statusCode(201)
                .body("lines[1].needLineId", nullValue()).body("lines[1].promised", equalTo("0.000"));
    }

    @Test
    void one_donation_serves_many_needs_and_one_line_twice() {
        Need first = apples("10");
        Need second = apples("10");
        gift().to(first.line(), APPLES, "6", "KG").to(second.line(), APPLES, "5", "KG").to(first.line(), APPLES, "4", "KG")
                .pledgedBy(donor);
        assertThat(coverage(first.line())).isEqualTo(kg("10", "0", "0"));
        gift().to(first.line(), APPLES, "0.001", "KG").by(donor).statusCode(409);
        assertThat(coverage(second.line())).isEqualTo(kg("5", "0", "0"));
    }

    @Test
    void all_lines_or_none() {
        Need plenty = apples("10");
        Need little = apples("1");
        gift().to(plenty.line(), APPLES, "6", "KG").to(little.line(), APPLES, "2", "KG").by(donor).statusCode(409);
        assertThat(coverage(plenty.line())).isEqualTo(kg("0", "0", "0"));
    }

    @Test
    void kilograms_are_promised_to_a_line_in_packs() {
        Need need = need(organisationOf(anna)).forGoods(PASTA, "60", "PIECE").publishedBy(anna);
        gift().to(need.line(), PASTA, "7.5", "KG").by(donor).statusCode(201).body("lines[0].quantity", equalTo("15.000"))
                .body("lines[0].unit", equalTo("PIECE"));
    }

    @Test
    void a_unit_that_does_not_convert_exactly_is_refused() {
        Need apples = apples("10");
        gift().to(apples.line(), APPLES, "40", "PIECE").by(donor).statusCode(400)
                .body("violations.field", contains("lines[0].unit"));
        gift().toStock(TUNA, "1", "KG").by(donor).statusCode(400).body("violations.field", contains("lines[0].unit"));
        gift().toStock(PASTA, "0.3", "KG").by(donor).statusCode(400).body("violations.field", contains("lines[0].quantity"));
    }

    @Test
    void another_item_than_the_line_asks_for_is_refused() {
        gift().to(apples("10").line(), PASTA, "1", "PIECE").by(donor).statusCode(400)
                .body("violations.field", contains("lines[0].itemId"));
    }

    @Test
    void a_need_that_nobody_has_seen_is_not_found() {
        UUID pending = need(organisationOf(anna)).forGoods(APPLES, "1", "KG").by(anna).extract().jsonPath()
                .getUUID("lines[0].id");
        gift().to(pending, APPLES, "1", "KG").by(donor).statusCode(404).body("violations.field",
                equalTo(List.of("lines[0].needLineId")));
        gift().to(UUID.randomUUID(), APPLES, "1", "KG").by(donor).statusCode(404);
        gift().toStock(PASTA, "1", "PIECE").toStock(UUID.randomUUID(), "1", "KG").by(donor).statusCode(400).body(
                "violations.field",
                equalTo(List.of("lines[1].itemId")));
    }

    @Test
    void where_and_when_it_is_brought_makes_it_scheduled_and_is_told() {
        UUID hub = hub(3);
        Gift gift = gift().at(hub).toStock(PASTA, "3", "PIECE").pledgedBy(donor);
        assertThat(gift.state()).isEqualTo("SCHEDULED");
        assertThat(told("DonationScheduled", gift.id())).isEqualTo(1);
    }

    @Test
    void without_a_place_nothing_is_told() {
        Gift gift = gift().toStock(PASTA, "3", "PIECE").pledgedBy(donor);
        gift.cancelled().statusCode(204);
        assertThat(sql("select count(*) from outbox_stream where aggregate_id = '" + gift.id() + "'")).isEqualTo(0L);
    }

    @Test
    void a_hub_that_pauses_its_intake_takes_nothing_new_and_keeps_what_is_scheduled() {
        UUID hub = hub(3);
        Gift scheduled = gift().at(hub).toStock(PASTA, "3", "PIECE").pledgedBy(donor);
        tell("IntakePaused.v1", Map.of("hubId", hub));
        gift().at(hub).toStock(PASTA, "3", "PIECE").by(donor).statusCode(409).body("type", equalTo("/problems/intake-paused"));
        reschedule(scheduled, hub, "\"0\"").statusCode(200);
        tell("IntakeResumed.v1", Map.of("hubId", hub));
        gift().at(hub).toStock(PASTA, "3", "PIECE").by(donor).statusCode(201);
    }

    @Test
    void an_unknown_hub_is_not_found_and_an_impossible_window_is_named() {
        gift().at(UUID.randomUUID()).toStock(PASTA, "3", "PIECE").by(donor).statusCode(400).body("violations.field",
                equalTo(List.of("hubId")));
        UUID hub = hub(3);
        gift().with("hubId", hub).with("windowStart", in(1, ChronoUnit.HOURS)).toStock(PASTA, "3", "PIECE").by(donor)
                .statusCode(400).body("violations.field", contains("windowEnd"));
        window(hub, in(2, ChronoUnit.HOURS), in(1, ChronoUnit.HOURS), "windowEnd");
        window(hub, in(-3, ChronoUnit.HOURS), in(-2, ChronoUnit.HOURS), "windowEnd");
        window(hub, in(1, ChronoUnit.HOURS), in(30, ChronoUnit.HOURS), "windowEnd");
        window(hub, in(61, ChronoUnit.DAYS), in(1465, ChronoUnit.HOURS), "windowStart");
    }

    private void window(UUID hub, String start, String end, String field) {
        gift().with("hubId", hub).with("windowStart", start).with("windowEnd", end).toStock(PASTA, "3", "PIECE").by(donor)
                .statusCode(400).body("violations.field", contains(field));
    }

    @Test
    void a_hubs_own_need_is_served_at_that_hub() {
        UUID hub = hubOf(anna);
        Need appeal = appeal(hub).forGoods(APPLES, "10", "KG").publishedBy(anna);
        gift().at(hub(3)).to(appeal.line(), APPLES, "1", "KG").by(donor).statusCode(400)
                .body("violations.field", contains("hubId"));
        gift().to(appeal.line(), APPLES, "1", "KG").by(donor).statusCode(201).body("hubId", equalTo(hub.toString()));
    }

    @Test
    void a_hub_gives_of_its_own_stock_by_its_manager_only() {
        UUID hub = hubOf(anna);
        Need need = apples("10");
        gift().with("onBehalfOfHubId", hub).to(need.line(), APPLES, "1", "KG").by(donor).statusCode(404)
                .body("violations.field", equalTo(List.of("onBehalfOfHubId")));
        gift().with("onBehalfOfHubId", hub).to(need.line(), APPLES, "1", "KG").by(anna).statusCode(201)
                .body("hubId", equalTo(hub.toString()));
        gift().with("onBehalfOfHubId", hub).at(hub(3)).to(need.line(), APPLES, "1", "KG").by(anna).statusCode(400);
    }

    @Test
    void an_organisation_gives_by_its_member_only_and_while_it_is_verified() {
        UUID organisation = organisationOf(anna);
        gift().with("donorOrganisationId", organisation).toStock(PASTA, "1", "PIECE").by(donor).statusCode(404)
                .body("violations.field", equalTo(List.of("donorOrganisationId")));
        Gift gift = gift().with("donorOrganisationId", organisation).at(hub(3)).toStock(PASTA, "1", "PIECE").pledgedBy(anna);
        assertThat(sql("select payload ->> 'fundingSource' from outbox where aggregate_id = '" + gift.id()
                + "' union select payload ->> 'fundingSource' from event_log where aggregate_id = '" + gift.id() + "'"))
                .isEqualTo("SURPLUS");
        tell("OrganisationSuspended.v1", Map.of("organisationId", organisation));
        gift().with("donorOrganisationId", organisation).toStock(PASTA, "1", "PIECE").by(anna).statusCode(409);
    }

    @Test
    void the_code_reads_place_lines_and_status_and_nothing_of_the_donor_or_of_others() {
        Need need = apples("10");
        gift().to(need.line(), APPLES, "3", "KG").pledgedBy(UUID.randomUUID());
        Gift gift = gift().with("donorOrganisationId", organisationOf(donor)).to(need.line(), APPLES, "2", "KG")
                .pledgedBy(donor);
        String shown = gift.track().body("lines[0].promised", equalTo("2.000")).extract().asString();
        assertThat(shown.contains(donor.toString())).isEqualTo(false);
        assertThat(shown.contains("donor")).isEqualTo(false);
        assertThat(shown.contains("5.000")).isEqualTo(false);
        visitor().get("/api/v1/donations/{code}", gift.code().toLowerCase().replace("-", " ")).then().statusCode(200);
        visitor().get("/api/v1/donations/{code}", gift.code().substring(3).replace("-", "\u2011")).then().statusCode(200);
    }

    @Test
    void a_mistyped_code_is_told_so_and_an_unknown_one_is_not_found() {
        for (String wrong : new String[]{"MA-7K3F-9QX3", "MA-7K3F-9XQ2", "FA-7K3F-9QX2", "7K3F"}) {
            visitor().get("/api/v1/donations/{code}", wrong).then().statusCode(400).body("type", equalTo("/problems/mistyped"))
                    .body("violations.field", contains("code"));
        }
        visitor().get("/api/v1/donations/MA-7K3F-9QX2").then().statusCode(404);
    }

    @Test
    void the_donor_takes_it_back_once_and_what_was_promised_lacks_again() {
        Need need = apples("10");
        Gift gift = gift().at(hub(3)).to(need.line(), APPLES, "4", "KG").pledgedBy(donor);
        gift.cancelled().statusCode(204);
        gift.cancelled().statusCode(204);
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "0"));
        assertThat(told("DonationCancelled", gift.id())).isEqualTo(1);
        assertThat(gift.state()).isEqualTo("CANCELLED");
    }

    @Test
    void nobody_else_takes_it_back_or_moves_it() {
        Gift gift = gift().at(hub(3)).toStock(PASTA, "3", "PIECE").pledgedBy(donor);
        as(UUID.randomUUID()).delete("/api/v1/donations/{code}", gift.code()).then().statusCode(404);
        reschedule(new Gift(gift.id(), gift.code(), UUID.randomUUID(), gift.lines()), hub(3), "\"0\"").statusCode(404);
        assertThat(gift.state()).isEqualTo("SCHEDULED");
    }

    @Test
    void the_donor_brings_it_elsewhere_with_the_etag_she_read() {
        UUID elsewhere = hub(5);
        Gift gift = gift().toStock(PASTA, "3", "PIECE").pledgedBy(donor);
        String etag = gift.track().extract().header("ETag");
        reschedule(gift, elsewhere, null).statusCode(428);
        reschedule(gift, elsewhere, "\"17\"").statusCode(412);
        String next = reschedule(gift, elsewhere, etag).statusCode(200).body("state", equalTo("SCHEDULED"))
                .header("ETag", not(equalTo(etag))).extract().header("ETag");
        assertThat(told("DonationScheduled", gift.id())).isEqualTo(1);
        reschedule(gift, hub(6), etag).statusCode(412);
        reschedule(gift, hub(6), next).statusCode(200);
        assertThat(told("DonationRescheduled", gift.id())).isEqualTo(1);
        String window = gift.track().extract().path("windowEnd");
        as(gift.donor()).header("If-Match", gift.track().extract().header("ETag")).body(Map.of("hubId", elsewhere))
                .patch("/api/v1/donations/{code}", gift.code()).then().statusCode(200)
                .body("hubId", equalTo(elsewhere.toString()))
                .body("windowEnd", equalTo(window));
        gift.cancelled().statusCode(204);
        reschedule(gift, hub(6), gift.track().extract().header("ETag")).statusCode(409);
    }

    @Test
    void a_plan_is_changed_and_never_taken_away() {
        Gift gift = gift().at(hub(3)).toStock(PASTA, "3", "PIECE").pledgedBy(donor);
        for (String field : List.of("hubId", "windowStart", "windowEnd", "ifNotNeeded")) {
            as(donor).header("If-Match", "\"0\"").body("{\"" + field + "\": null}")
                    .patch("/api/v1/donations/{code}", gift.code()).then().statusCode(400).body("violations.field",
                            contains(field));
        }
        as(donor).header("If-Match", "\"0\"").body(Map.of("ifNotNeeded", "CANCEL"))
                .patch("/api/v1/donations/{code}", gift.code()).then().statusCode(200).body("ifNotNeeded", equalTo("CANCEL"));
        assertThat(told("DonationRescheduled", gift.id())).isEqualTo(0);
    }

    @Test
    void what_has_lapsed_by_the_clock_is_not_moved_before_the_tick_either() {
        Gift gift = gift().at(hub(3)).toStock(PASTA, "3", "PIECE").pledgedBy(donor);
        change("update donation set lapses_at = now() where id = '" + gift.id() + "'");
        reschedule(gift, hub(3), "\"0\"").statusCode(409).body("type", equalTo("/problems/donation-has-moved-on"));
        gift.cancelled().statusCode(409);
        lapsing.run();
        assertThat(gift.state()).isEqualTo("LAPSED");
    }

    @Test
    void a_pledge_becomes_no_scheduled_donation_of_a_hub_that_pauses_its_intake() {
        UUID hub = hub(3);
        Gift gift = gift().with("hubId", hub).toStock(PASTA, "3", "PIECE").pledgedBy(donor);
        tell("IntakePaused.v1", Map.of("hubId", hub));
        reschedule(gift, hub, "\"0\"").statusCode(409).body("type", equalTo("/problems/intake-paused"));
    }

    @Test
    void a_hub_that_pauses_its_intake_still_gives_of_its_own_stock() {
        UUID hub = hubOf(anna);
        tell("IntakePaused.v1", Map.of("hubId", hub));
        gift().with("onBehalfOfHubId", hub).at(hub).to(apples("10").line(), APPLES, "1", "KG").by(anna).statusCode(201)
                .body("state", equalTo("SCHEDULED"));
    }

    @Test
    void a_hub_gives_nothing_of_its_own_stock_to_itself() {
        UUID hub = hubOf(anna);
        gift().with("onBehalfOfHubId", hub).toStock(APPLES, "1", "KG").by(anna).statusCode(400)
                .body("violations.field", contains("lines[0].needLineId"));
        Need appeal = appeal(hub).forGoods(APPLES, "10", "KG").publishedBy(anna);
        gift().with("onBehalfOfHubId", hub).to(appeal.line(), APPLES, "1", "KG").by(anna).statusCode(400)
                .body("violations.field", contains("lines[0].needLineId"));
    }

    @Test
    void the_etag_tells_of_lines_that_changed() {
        Need need = apples("10");
        Gift gift = gift().at(hub(3)).to(need.line(), APPLES, "10", "KG").pledgedBy(donor);
        UUID arrival = UUID.randomUUID();
        accepted(gift, arrival, "2");
        String etag = gift.track().extract().header("ETag");
        accepted(gift, arrival, "4");
        gift.track().body("state", equalTo("PARTIALLY_RECEIVED")).body("lines[0].accepted", equalTo("4.000"))
                .header("ETag", not(equalTo(etag)));
    }

    private static void accepted(Gift gift, UUID arrival, String kg) {
        tell("DonationReceived.v1", Map.of("arrivalId", arrival, "donationId", gift.id(), "closed", false, "lines",
                List.of(Map.of("donationLineId", gift.line(), "accepted", kg, "rejected", "0", "missing", "0"))));
    }

    @Test
    void a_donation_reads_the_same_when_it_is_made_changed_and_looked_up() {
        Need need = apples("60");
        var made = gift().with("hubId", hub(3)).to(need.line(), APPLES, "2.5", "KG").toStock(PASTA, "3", "PIECE").by(donor)
                .statusCode(201).extract();
        Gift gift = new Gift(null, made.path("code"), donor, List.of());
        assertThat(gift.track().extract().asString()).isEqualTo(made.asString());
        String changed = reschedule(gift, hub(5), made.header("ETag")).statusCode(200).extract().asString();
        assertThat(gift.track().extract().asString()).isEqualTo(changed);
    }

    private io.restassured.response.ValidatableResponse reschedule(Gift gift, UUID hub, String ifMatch) {
        var request = as(gift.donor()).body(Map.of("hubId", hub, "windowStart", in(2, ChronoUnit.DAYS),
                "windowEnd", in(50, ChronoUnit.HOURS)));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/api/v1/donations/{code}", gift.code())
                .then();
    }

    @Test
    void what_does_not_come_in_time_lapses_and_lacks_again() {
        Need need = apples("10");
        Gift gift = gift().at(hub(3)).to(need.line(), APPLES, "4", "KG").pledgedBy(donor);
        lapsing.run();
        assertThat(gift.state()).isEqualTo("SCHEDULED");
        change("update donation set lapses_at = now() where id = '" + gift.id() + "'");
        lapsing.run();
        lapsing.run();
        assertThat(gift.state()).isEqualTo("LAPSED");
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "0"));
        assertThat(told("DonationLapsed", gift.id())).isEqualTo(1);
        assertThat(sql("select count(*) from message where kind = 'DONATION_LAPSED' and person = '" + donor + "'"))
                .isEqualTo(1L);
        gift.cancelled().statusCode(409);
    }

    @Test
    void a_window_gives_two_days_of_grace_and_a_pledge_without_one_a_week() {
        Gift scheduled = gift().at(hub(3)).toStock(PASTA, "3", "PIECE").pledgedBy(donor);
        assertThat(sql("select lapses_at = window_end + interval '48 hours' from donation where id = '" + scheduled.id() + "'"))
                .isEqualTo(true);
        Gift pledged = gift().toStock(PASTA, "3", "PIECE").pledgedBy(donor);
        assertThat(sql("select lapses_at = pledged_at + interval '7 days' from donation where id = '" + pledged.id() + "'"))
                .isEqualTo(true);
    }

    @Test
    void nothing_more_is_promised_to_a_need_that_ended() {
        Need need = apples("10");
        as(anna).post("/api/v1/needs/{id}/closure", need.id()).then().statusCode(200);
        gift().to(need.line(), APPLES, "4", "KG").by(donor).statusCode(409).body("type", equalTo("/problems/need-not-open"));
    }

    @Test
    void mine_shows_my_donations_the_newest_first_and_nobody_elses() {
        Gift first = gift().toStock(PASTA, "3", "PIECE").pledgedBy(donor);
        Gift second = gift().toStock(PASTA, "4", "PIECE").pledgedBy(donor);
        as(donor).get("/api/v1/donations/mine").then().body("items.code", contains(second.code(), first.code()));
        String next = as(donor).get("/api/v1/donations/mine?limit=1").then().extract().path("next");
        as(donor).queryParam("cursor", next).get("/api/v1/donations/mine?limit=1").then()
                .body("items.code", contains(first.code()));
        as(UUID.randomUUID()).get("/api/v1/donations/mine").then().body("items", empty());
    }
}
