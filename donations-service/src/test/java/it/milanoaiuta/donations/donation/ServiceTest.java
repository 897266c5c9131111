package it.milanoaiuta.donations.donation;

import static it.milanoaiuta.donations.City.PASTA;
import static it.milanoaiuta.donations.City.as;
import static it.milanoaiuta.donations.City.coverage;
import static it.milanoaiuta.donations.City.gift;
import static it.milanoaiuta.donations.City.hub;
import static it.milanoaiuta.donations.City.in;
import static it.milanoaiuta.donations.City.kg;
import static it.milanoaiuta.donations.City.need;
import static it.milanoaiuta.donations.City.organisationOf;
import static it.milanoaiuta.donations.City.sql;
import static it.milanoaiuta.donations.City.tell;
import static it.milanoaiuta.donations.City.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.donations.City;
import it.milanoaiuta.donations.City.Gift;
import it.milanoaiuta.donations.City.Need;
import it.milanoaiuta.platform.testing.AtOnce;

/** A vehicle with driver, storage, skilled hours: promised to a need, never stock. */
@QuarkusTest
class ServiceTest {

    private static final String VAN = "VEHICLE_WITH_DRIVER";

    private final UUID anna = UUID.randomUUID();
    private final UUID organisation = organisationOf(anna);
    private final UUID driver = UUID.randomUUID();

    @Inject
    ReleasingPromises releasing;

    @AfterEach
    void kept_coverage_equals_its_recount() {
        assertThat(sql("select count(*) from coverage_difference")).isEqualTo(0L);
    }

    @Test
    void a_service_is_promised_and_no_hub_hears_of_it() {
        Need need = van("3");
        Gift gift = gift().ofService(need.line(), VAN, "2.5", "HOUR").with("windowStart", in(1, ChronoUnit.DAYS))
                .with("windowEnd", in(26, ChronoUnit.HOURS)).pledgedBy(driver);
        gift.track().body("state", equalTo("PLEDGED")).body("lines[0].service", equalTo(VAN))
                .body("lines[0].itemId", nullValue()).body("lines[0].promised", equalTo("2.500"));
        assertThat(coverage(need.line())).isEqualTo(kg("2.5", "0", "0"));
        assertThat(told("DonationScheduled", gift.id())).isEqualTo(0);
    }

    @Test
    void never_more_than_the_line_lacks() {
        Need need = van("3");
        assertThat(AtOnce.call(8, i -> gift().ofService(need.line(), VAN, "1", "HOUR").by(UUID.randomUUID()).extract()
                .statusCode()).stream().filter(status -> status == 201).count()).isEqualTo(3);
        assertThat(coverage(need.line())).isEqualTo(kg("3", "0", "0"));
    }

    @Test
    void whoever_asked_confirms_it_and_the_need_is_met() {
        Need need = van("3");
        Gift gift = promised(need, "3");
        confirmed(gift, "3").statusCode(200).body("state", equalTo("RECEIVED")).body("lines[0].received", equalTo("3.000"));
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "3"));
        assertThat(told("NeedFulfilled", need.id())).isEqualTo(1);
    }

    @Test
    void what_was_not_given_lacks_again_until_it_is_corrected() {
        Need need = van("3");
        Gift gift = promised(need, "3");
        confirmed(gift, "2").statusCode(200).body("state", equalTo("PARTIALLY_RECEIVED"));
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "2"));
        confirmed(gift, "0").statusCode(200).body("state", equalTo("LAPSED"));
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "0"));
        confirmed(gift, "3").statusCode(200).body("state", equalTo("RECEIVED"));
        assertThat(told("NeedFulfilled", need.id())).isEqualTo(1);
    }

    @Test
    void confirmed_many_times_at_once_it_counts_once() {
        Need need = van("3");
        Gift gift = promised(need, "3");
        assertThat(AtOnce.call(8, i -> confirmed(gift, "3").extract().statusCode()).stream().distinct().toList())
                .isEqualTo(List.of(200));
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "3"));
        assertThat(told("NeedFulfilled", need.id())).isEqualTo(1);
    }

    @Test
    void what_is_under_way_is_finished_for_a_suspended_organisation() {
        Gift gift = promised(van("3"), "3");
        tell("OrganisationSuspended.v1", Map.of("organisationId", organisation));
        confirmed(gift, "3").statusCode(200);
    }

    @Test
    void goods_are_confirmed_by_hubs_only_and_services_by_whoever_asked() {
        Need goods = need(organisation).forGoods(PASTA, "3", "PIECE").publishedBy(anna);
        confirmed(gift().to(goods.line(), PASTA, "3", "PIECE").pledgedBy(driver), "3").statusCode(404);
        Gift gift = promised(van("3"), "3");
        as(driver).body(Map.of("quantity", "3")).post("/api/v1/donations/{code}/receipt", gift.code()).then().statusCode(404);
        confirmed(gift, "3.5").statusCode(400).body("violations.field", contains("quantity"));
        confirmed(gift, "-1").statusCode(400).body("violations.field", contains("quantity"));
    }

    @Test
    void only_what_is_asked_in_its_unit_and_alone() {
        Need need = van("3");
        refused(gift().ofService(need.line(), "STORAGE", "1", "DAY"), "lines[0].service");
        refused(gift().to(need.line(), PASTA, "1", "PIECE"), "lines[0].itemId");
        refused(gift().ofService(need.line(), VAN, "1", "DAY"), "lines[0].unit");
        refused(gift().ofService(null, VAN, "1", "HOUR"), "lines[0].needLineId");
        refused(gift().ofService(need.line(), VAN, "1", "HOUR").ofService(need.line(), VAN, "1", "HOUR"), "lines");
        refused(gift().ofService(need.line(), VAN, "1", "HOUR").with("hubId", hub(3)), "hubId");
        refused(gift().ofService(need.line(), VAN, "1", "HOUR").with("handover", "DROP_OFF"), "handover");
        refused(gift().with("lines", List.of(Map.of("quantity", "1", "unit", "HOUR"))), "lines[0].itemId");
        Gift gift = promised(need, "1");
        as(driver).header("If-Match", "\"0\"").body(Map.of("hubId", hub(3), "windowStart", in(1, ChronoUnit.HOURS), "windowEnd",
                in(2, ChronoUnit.HOURS))).patch("/api/v1/donations/{code}", gift.code()).then().statusCode(400)
                .body("violations.field", contains("hubId"));
    }

    @Test
    void a_hubs_own_need_of_a_service_is_met_by_its_manager() {
        UUID hub = City.hubOf(anna);
        Need need = City.appeal(hub).forService(VAN, "3", "HOUR").publishedBy(anna);
        Gift gift = promised(need, "3");
        confirmed(gift, "3").statusCode(200).body("hubId", nullValue());
        assertThat(coverage(need.line())).isEqualTo(kg("0", "0", "3"));
    }

    @Test
    void when_the_need_ends_the_driver_is_told_and_free() {
        Need need = van("3");
        Gift gift = promised(need, "3");
        as(anna).delete("/api/v1/needs/{id}", need.id()).then().statusCode(204);
        releasing.run();
        assertThat(gift.state()).isEqualTo("CANCELLED");
        assertThat(sql("select count(*) from message where kind = 'NEED_ENDED_LINE_CANCELLED' and person = '" + driver + "'"))
                .isEqualTo(1L);
        assertThat(told("DonationCancelled", gift.id())).isEqualTo(0);
    }

    private Need van(String hours) {
        return need(organisation).forService(VAN, hours, "HOUR").publishedBy(anna);
    }

    private Gift promised(Need need, String hours) {
        return gift().ofService(need.line(), VAN, hours, "HOUR").pledgedBy(driver);
    }

    private ValidatableResponse confirmed(Gift gift, String hours) {
        return as(anna).body(Map.of("quantity", hours)).post("/api/v1/donations/{code}/receipt", gift.code()).then();
    }

    private void refused(City.Giving gift, String field) {
        gift.by(driver).statusCode(400).body("violations.field", contains(field));
    }
}
