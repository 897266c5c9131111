package it.milanoaiuta.donations.need;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.donations.City.APPLES;
import static it.milanoaiuta.donations.City.PASTA;
import static it.milanoaiuta.donations.City.appeal;
import static it.milanoaiuta.donations.City.as;
import static it.milanoaiuta.donations.City.change;
import static it.milanoaiuta.donations.City.coordinator;
import static it.milanoaiuta.donations.City.hubOf;
import static it.milanoaiuta.donations.City.in;
import static it.milanoaiuta.donations.City.need;
import static it.milanoaiuta.donations.City.organisationOf;
import static it.milanoaiuta.donations.City.sql;
import static it.milanoaiuta.donations.City.tell;
import static it.milanoaiuta.donations.City.told;
import static it.milanoaiuta.donations.City.validate;
import static it.milanoaiuta.donations.City.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import it.milanoaiuta.donations.City;
import it.milanoaiuta.donations.KnownFreshness;
import it.milanoaiuta.platform.testing.TestTokens;
import it.milanoaiuta.platform.web.Cursor;

@QuarkusTest
class NeedTest {

    private final UUID anna = UUID.randomUUID();

    @Inject
    ExpiringNeeds expiring;

    @Inject
    KnownFreshness freshness;

    @Test
    void a_need_waits_for_a_coordinator_and_then_everybody_sees_it() {
        UUID id = need(organisationOf(anna)).forGoods(PASTA, "30", "KG").by(anna).statusCode(201)
                .body("state", equalTo("PENDING")).body("freshUntil", nullValue())
                .body("lines[0].requested", equalTo("60.000")).body("lines[0].unit", equalTo("PIECE"))
                .body("lines[0].lacking", equalTo("60.000")).extract().jsonPath().getUUID("id");
        visitor().get("/api/v1/needs/{id}", id).then().statusCode(404);
        as(anna).get("/api/v1/needs/{id}", id).then().statusCode(200);
        coordinator().queryParam("cursor", Cursor.after(new UUID(id.getMostSignificantBits(), 0)).encoded())
                .get("/api/v1/needs/pending").then().statusCode(200).body("items.id", hasItem(id.toString()));
        validate(id).statusCode(200).body("state", equalTo("PUBLISHED"));
        visitor().get("/api/v1/needs/{id}", id).then().statusCode(200).body("lines[0].requested", equalTo("60.000"));
        assertThat(told("NeedPublished", id)).isEqualTo(1);
    }

    @Test
    void a_need_is_validated_once() {
        UUID id = need(organisationOf(anna)).forGoods(PASTA, "10", "PIECE").by(anna).extract().jsonPath().getUUID("id");
        validate(id).statusCode(200);
        validate(id).statusCode(409).body("type", equalTo("/problems/need-has-moved-on"));
        assertThat(told("NeedPublished", id)).isEqualTo(1);
    }

    @Test
    void a_rejected_need_says_why_to_its_owner_only() {
        UUID id = need(organisationOf(anna)).forGoods(PASTA, "10", "PIECE").by(anna).extract().jsonPath().getUUID("id");
        coordinator().body(Map.of("decision", "REJECTED")).post("/api/v1/needs/{id}/validation", id).then().statusCode(400)
                .body("violations.field", contains("reason"));
        coordinator().body(Map.of("decision", "REJECTED", "reason", "Please say for whom"))
                .post("/api/v1/needs/{id}/validation", id)
                .then().statusCode(200);
        as(anna).get("/api/v1/needs/{id}", id).then().body("state", equalTo("REJECTED"))
                .body("rejection", equalTo("Please say for whom"));
        visitor().get("/api/v1/needs/{id}", id).then().statusCode(404);
        assertThat(told("NeedPublished", id)).isEqualTo(0);
    }

    @Test
    void a_hubs_appeal_is_published_at_once() {
        UUID id = appeal(hubOf(anna)).forGoods(APPLES, "12.5", "KG").by(anna).statusCode(201)
                .body("state", equalTo("PUBLISHED"))
                .extract().jsonPath().getUUID("id");
        assertThat(told("NeedPublished", id)).isEqualTo(1);
    }

    @Test
    void after_three_validated_needs_the_next_is_published_at_once_until_one_is_rejected() {
        UUID organisation = organisationOf(anna);
        for (int i = 0; i < 3; i++) {
            need(organisation).forGoods(PASTA, "10", "PIECE").publishedBy(anna);
        }
        need(organisation).forGoods(PASTA, "10", "PIECE").by(anna).body("state", equalTo("PUBLISHED"));
        change("update need set state = 'REJECTED', rejection = 'no', rejected_at = now() - interval '179 days' where id = "
                + "(select id from need where owner_id = '" + organisation + "' order by id limit 1)");
        need(organisation).forGoods(PASTA, "10", "PIECE").by(anna).body("state", equalTo("PENDING"));
        change("update need set rejected_at = now() - interval '181 days' where owner_id = '" + organisation
                + "' and state = 'REJECTED'");
        need(organisation).forGoods(PASTA, "10", "PIECE").by(anna).body("state", equalTo("PUBLISHED"));
    }

    @Test
    void one_posting_of_an_owner_asks_for_goods_once() {
        UUID organisation = organisationOf(anna);
        UUID posting = UUID.randomUUID();
        need(organisation).with("postingId", posting).forGoods(PASTA, "10", "PIECE").by(anna).statusCode(201)
                .body("postingId", equalTo(posting.toString()));
        need(organisation).with("postingId", posting).forGoods(PASTA, "10", "PIECE").by(anna).statusCode(409)
                .body("type", equalTo("/problems/posting-taken")).body("violations.field", contains("postingId"));
        appeal(hubOf(anna)).with("postingId", posting).forGoods(PASTA, "10", "PIECE").by(anna).statusCode(201);
    }

    @Test
    void who_is_no_member_asks_for_nothing_in_its_name() {
        need(organisationOf(anna)).forGoods(PASTA, "10", "PIECE").by(UUID.randomUUID()).statusCode(404).body("violations.field",
                equalTo(List.of("ownerId")));
        appeal(hubOf(anna)).forGoods(PASTA, "10", "PIECE").by(UUID.randomUUID()).statusCode(404);
    }

    @Test
    void who_left_is_no_member() {
        UUID organisation = organisationOf(anna);
        tell("MemberLeft.v1", Map.of("organisationId", organisation, "subject", anna));
        need(organisation).forGoods(PASTA, "10", "PIECE").by(anna).statusCode(404);
    }

    @Test
    void who_left_is_not_told_again_what_she_did() {
        UUID organisation = organisationOf(anna);
        City.Need open = need(organisation).forGoods(PASTA, "10", "PIECE").publishedBy(anna);
        Map<String, Object> asked = need(organisation).forGoods(PASTA, "10", "PIECE").body();
        Map<String, Object> offered = City.gift().with("donorOrganisationId", organisation).toStock(PASTA, "1", "PIECE").body();
        String key = UUID.randomUUID().toString();
        Map<String, Object> posts = new LinkedHashMap<>();
        posts.put("/api/v1/needs", asked);
        posts.put("/api/v1/donations", offered);
        posts.put("/api/v1/needs/" + open.id() + "/renewal", Map.of());
        posts.put("/api/v1/needs/" + open.id() + "/closure", Map.of());
        posts.forEach((path, body) -> repeatable(key + path, anna, body).post(path).then().statusCode(oneOf(200, 201)));
        posts.forEach((path, body) -> repeatable(key + path, anna, body).post(path).then().statusCode(oneOf(200, 201))
                .header("Idempotent-Replayed", "true"));
        tell("MemberLeft.v1", Map.of("organisationId", organisation, "subject", anna));
        posts.forEach((path, body) -> repeatable(key + path, anna, body).post(path).then().statusCode(404));
    }

    private static RequestSpecification repeatable(String what, UUID person, Object body) {
        return given().contentType("application/json").auth().oauth2(TestTokens.of(person)).body(body)
                .header("Idempotency-Key", UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_manager_manages_from_the_first_day_to_the_last() {
        UUID hub = City.hub(9);
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Rome"));
        tell("ManagerNamed.v1", City.named(hub, anna, today.plusDays(2), null));
        appeal(hub).forGoods(PASTA, "10", "PIECE").by(anna).statusCode(404);
        tell("ManagerNamed.v1", City.named(hub, anna, today.minusDays(9), today.minusDays(1)));
        appeal(hub).forGoods(PASTA, "10", "PIECE").by(anna).statusCode(404);
        tell("ManagerNamed.v1", City.named(hub, anna, today, today.plusDays(1)));
        appeal(hub).forGoods(PASTA, "10", "PIECE").by(anna).statusCode(201);
        tell("ManagerRemoved.v1", Map.of("hubId", hub, "subject", anna));
        appeal(hub).forGoods(PASTA, "10", "PIECE").by(anna).statusCode(404);
    }

    @Test
    void an_organisation_that_is_not_verified_asks_for_nothing() {
        UUID organisation = UUID.randomUUID();
        tell("MemberJoined.v1", Map.of("organisationId", organisation, "subject", anna));
        need(organisation).forGoods(PASTA, "10", "PIECE").by(anna).statusCode(409)
                .body("type", equalTo("/problems/organisation-not-verified"));
    }

    @Test
    void suspension_hides_its_needs_at_once_and_reinstating_shows_them_again() {
        UUID organisation = organisationOf(anna);
        City.Need need = need(organisation).forGoods(PASTA, "10", "PIECE").publishedBy(anna);
        tell("OrganisationSuspended.v1", Map.of("organisationId", organisation));
        visitor().get("/api/v1/needs/{id}", need.id()).then().statusCode(404);
        City.gift().to(need.line(), PASTA, "1", "PIECE").by(UUID.randomUUID()).statusCode(404);
        as(anna).get("/api/v1/needs/mine").then().statusCode(200).body("items.id", contains(need.id().toString()));
        as(anna).post("/api/v1/needs/{id}/renewal", need.id()).then().statusCode(409);
        tell("OrganisationReinstated.v1", Map.of("organisationId", organisation));
        visitor().get("/api/v1/needs/{id}", need.id()).then().statusCode(200);
    }

    @Test
    void a_suspended_organisation_still_says_that_it_waits_for_nothing_more() {
        UUID organisation = organisationOf(anna);
        City.Need closed = need(organisation).forGoods(PASTA, "10", "PIECE").publishedBy(anna);
        City.Need cancelled = need(organisation).forGoods(PASTA, "10", "PIECE").publishedBy(anna);
        tell("OrganisationSuspended.v1", Map.of("organisationId", organisation));
        as(anna).post("/api/v1/needs/{id}/closure", closed.id()).then().statusCode(200);
        as(anna).delete("/api/v1/needs/{id}", cancelled.id()).then().statusCode(204);
    }

    @Test
    void a_need_reads_the_same_when_it_is_made_and_looked_up() {
        var made = need(organisationOf(anna)).forGoods(PASTA, "10", "PIECE").forGoods(APPLES, "2.50", "KG").by(anna)
                .statusCode(201).extract();
        assertThat(as(anna).get("/api/v1/needs/{id}", made.<String>path("id")).asString()).isEqualTo(made.asString());
    }

    @Test
    void a_copy_that_lags_publishes_nothing() {
        UUID id = need(organisationOf(anna)).forGoods(PASTA, "10", "PIECE").by(anna).extract().jsonPath().getUUID("id");
        freshness.lag("volunteers.organisations", () -> City.validate(id).statusCode(503));
        City.validate(id).statusCode(200);
    }

    @Test
    void a_copy_that_lags_decides_nothing() {
        UUID organisation = organisationOf(anna);
        freshness.lag("volunteers.organisations", () -> need(organisation).forGoods(PASTA, "10", "PIECE").by(anna)
                .statusCode(503).header("Retry-After", equalTo("10")));
        assertThat(sql("select count(*) from need where owner_id = '" + organisation + "'")).isEqualTo(0L);
    }

    @Test
    void lists_begin_with_the_most_urgent_and_go_on_by_cursor() {
        UUID organisation = organisationOf(anna);
        UUID item = UUID.fromString("0192f000-0000-7000-8000-000000000217");
        UUID later = need(organisation).with("urgency", "ORDINARY").with("byWhen", in(2, ChronoUnit.DAYS))
                .forGoods(item, "1", "PIECE").publishedBy(anna).id();
        UUID today = need(organisation).with("urgency", "TODAY").with("byWhen", in(8, ChronoUnit.HOURS))
                .forGoods(item, "1", "PIECE").publishedBy(anna).id();
        UUID sooner = need(organisation).with("urgency", "ORDINARY").with("byWhen", in(1, ChronoUnit.DAYS))
                .forGoods(item, "1", "PIECE").publishedBy(anna).id();
        String next = visitor().get("/api/v1/needs?limit=2&itemId={item}", item).then().statusCode(200)
                .body("items.id", contains(today.toString(), sooner.toString())).extract().path("next");
        visitor().queryParam("cursor", next).get("/api/v1/needs?limit=2&itemId={item}", item).then().statusCode(200)
                .body("items.id", contains(later.toString())).body("next", nullValue());
        visitor().get("/api/v1/needs?itemId={item}&urgency=TODAY", item).then().body("items.id", contains(today.toString()));
        visitor().get("/api/v1/needs?itemId={item}&municipio=2", item).then().body("items", hasSize(3));
        visitor().get("/api/v1/needs?itemId={item}&municipio=3", item).then().body("items", empty());
    }

    @Test
    void an_urgent_need_is_fresh_for_two_days_and_an_ordinary_one_until_its_by_when_or_a_week() {
        UUID organisation = organisationOf(anna);
        assertThat(freshHours(need(organisation).with("urgency", "TODAY").forGoods(PASTA, "1", "PIECE"))).isEqualTo(48);
        assertThat(freshHours(need(organisation).with("urgency", "ORDINARY").forGoods(PASTA, "1", "PIECE"))).isEqualTo(72);
        assertThat(freshHours(need(organisation).with("urgency", "ORDINARY").with("byWhen", in(30, ChronoUnit.DAYS))
                .forGoods(PASTA, "1", "PIECE"))).isEqualTo(168);
    }

    @Test
    void what_is_not_renewed_in_time_leaves_the_list_even_before_the_tick_and_one_renewal_brings_it_back() {
        City.Need need = need(organisationOf(anna)).forGoods(PASTA, "10", "PIECE").publishedBy(anna);
        change("update need set fresh_until = now() - interval '1 second' where id = '" + need.id() + "'");
        visitor().get("/api/v1/needs/{id}", need.id()).then().statusCode(404);
        City.gift().to(need.line(), PASTA, "1", "PIECE").by(UUID.randomUUID()).statusCode(409)
                .body("type", equalTo("/problems/need-not-open")).body("violations.field", contains("lines[0].needLineId"));
        expiring.run();
        assertThat(told("NeedExpired", need.id())).isEqualTo(1);
        as(anna).get("/api/v1/needs/{id}", need.id()).then().body("state", equalTo("EXPIRED"));
        as(anna).post("/api/v1/needs/{id}/renewal", need.id()).then().statusCode(200).body("state", equalTo("PUBLISHED"));
        assertThat(told("NeedPublished", need.id())).isEqualTo(2);
        visitor().get("/api/v1/needs/{id}", need.id()).then().statusCode(200);
    }

    @Test
    void a_need_that_is_published_after_its_day_is_expired_and_renewed_with_a_new_day_only() {
        UUID id = need(organisationOf(anna)).forGoods(PASTA, "10", "PIECE").by(anna).extract().jsonPath().getUUID("id");
        change("update need set by_when = now() - interval '1 minute' where id = '" + id + "'");
        validate(id).statusCode(200);
        visitor().get("/api/v1/needs/{id}", id).then().statusCode(404);
        expiring.run();
        expiring.run();
        as(anna).get("/api/v1/needs/{id}", id).then().body("state", equalTo("EXPIRED"));
        assertThat(told("NeedExpired", id)).isEqualTo(1);
        assertThat(sql("select count(*) from message where kind = 'NEED_PAST_ITS_DAY' and person = '" + anna + "'"))
                .isEqualTo(1L);
        assertThat(reminders()).as("it cannot be renewed by one tap").isEqualTo(0L);
        as(anna).post("/api/v1/needs/{id}/renewal", id).then().statusCode(400).body("violations.field", contains("byWhen"));
        as(anna).body(Map.of("byWhen", in(-1, ChronoUnit.DAYS))).post("/api/v1/needs/{id}/renewal", id).then().statusCode(400);
        as(anna).body(Map.of("byWhen", in(2, ChronoUnit.DAYS))).post("/api/v1/needs/{id}/renewal", id).then().statusCode(200)
                .body("state", equalTo("PUBLISHED"));
        visitor().get("/api/v1/needs/{id}", id).then().statusCode(200);
        assertThat(told("NeedPublished", id)).isEqualTo(2);
    }

    @Test
    void no_need_is_fresh_beyond_its_day() {
        assertThat(freshHours(need(organisationOf(anna)).with("urgency", "TODAY").with("byWhen", in(3, ChronoUnit.HOURS))
                .forGoods(PASTA, "1", "PIECE"))).isEqualTo(3);
    }

    @Test
    void its_owner_is_reminded_once_before_it_expires_and_again_after_a_renewal() {
        City.Need need = need(organisationOf(anna)).forGoods(PASTA, "10", "PIECE").publishedBy(anna);
        expiring.run();
        assertThat(reminders()).isEqualTo(0L);
        change("update need set fresh_until = now() + interval '11 hours' where id = '" + need.id() + "'");
        expiring.run();
        expiring.run();
        assertThat(reminders()).isEqualTo(1L);
        as(anna).post("/api/v1/needs/{id}/renewal", need.id()).then().statusCode(200);
        change("update need set fresh_until = now() + interval '10 hours' where id = '" + need.id() + "'");
        expiring.run();
        assertThat(reminders()).isEqualTo(2L);
    }

    @Test
    void when_who_asked_has_left_those_who_may_renew_it_are_reminded() {
        UUID organisation = organisationOf(anna);
        UUID bea = UUID.randomUUID();
        City.Need need = need(organisation).forGoods(PASTA, "10", "PIECE").publishedBy(anna);
        tell("MemberJoined.v1", Map.of("organisationId", organisation, "subject", bea, "role", "MEMBER"));
        tell("MemberLeft.v1", Map.of("organisationId", organisation, "subject", anna));
        change("update need set fresh_until = now() + interval '11 hours' where id = '" + need.id() + "'");
        expiring.run();
        assertThat(reminders()).isEqualTo(0L);
        assertThat(sql("select count(*) from message where kind = 'NEED_EXPIRES_SOON' and person = '" + bea + "'"))
                .isEqualTo(1L);
    }

    @Test
    void a_closed_need_is_told_and_cannot_be_renewed() {
        City.Need need = need(organisationOf(anna)).forGoods(PASTA, "10", "PIECE").publishedBy(anna);
        as(anna).post("/api/v1/needs/{id}/closure", need.id()).then().statusCode(200).body("state", equalTo("CLOSED_SHORT"));
        as(anna).post("/api/v1/needs/{id}/renewal", need.id()).then().statusCode(409);
        as(anna).delete("/api/v1/needs/{id}", need.id()).then().statusCode(409);
        assertThat(told("NeedClosedShort", need.id())).isEqualTo(1);
    }

    @Test
    void a_need_is_cancelled_once_and_a_pending_one_without_telling_anybody() {
        City.Need need = need(organisationOf(anna)).forGoods(PASTA, "10", "PIECE").publishedBy(anna);
        as(anna).delete("/api/v1/needs/{id}", need.id()).then().statusCode(204);
        as(anna).delete("/api/v1/needs/{id}", need.id()).then().statusCode(204);
        assertThat(told("NeedCancelled", need.id())).isEqualTo(1);
        UUID pending = need(organisationOf(anna)).forGoods(PASTA, "10", "PIECE").by(anna).extract().jsonPath().getUUID("id");
        as(anna).delete("/api/v1/needs/{id}", pending).then().statusCode(204);
        assertThat(told("NeedCancelled", pending)).isEqualTo(0);
    }

    @Test
    void mine_shows_every_state_of_my_organisations_and_hubs_and_nothing_of_others() {
        UUID organisation = organisationOf(anna);
        UUID first = need(organisation).forGoods(PASTA, "10", "PIECE").by(anna).extract().jsonPath().getUUID("id");
        UUID second = appeal(hubOf(anna)).forGoods(PASTA, "10", "PIECE").publishedBy(anna).id();
        as(anna).get("/api/v1/needs/mine").then().body("items.id", contains(second.toString(), first.toString()));
        String next = as(anna).get("/api/v1/needs/mine?limit=1").then().extract().path("next");
        as(anna).queryParam("cursor", next).get("/api/v1/needs/mine?limit=1").then()
                .body("items.id", contains(first.toString()));
        as(UUID.randomUUID()).get("/api/v1/needs/mine").then().body("items", empty());
    }

    @Test
    void services_are_asked_for_in_their_own_unit() {
        UUID organisation = organisationOf(anna);
        Map<String, String> van = Map.of("service", "VEHICLE_WITH_DRIVER", "quantity", "3.5", "unit", "HOUR");
        need(organisation).with("lines", java.util.List.of(van)).by(anna).statusCode(201)
                .body("lines[0].service", equalTo("VEHICLE_WITH_DRIVER")).body("lines[0].itemId", nullValue());
        need(organisation).with("lines", java.util.List.of(Map.of("service", "STORAGE", "quantity", "3", "unit", "KG")))
                .by(anna)
                .statusCode(400).body("violations.field", contains("lines[0].unit"));
    }

    private long freshHours(City.Asking asking) {
        UUID id = asking.publishedBy(anna).id();
        return Math.round(
                ((Number) sql("select extract(epoch from fresh_until - coalesce(validated_at, filed_at)) / 3600.0 from need "
                        + "where id = '" + id + "'")).doubleValue());
    }

    private long reminders() {
        return (Long) sql("select count(*) from message where kind = 'NEED_EXPIRES_SOON' and person = '" + anna + "'");
    }
}
