package it.milanoaiuta.donations.figure;

import static it.milanoaiuta.donations.City.APPLES;
import static it.milanoaiuta.donations.City.PASTA;
import static it.milanoaiuta.donations.City.as;
import static it.milanoaiuta.donations.City.coordinator;
import static it.milanoaiuta.donations.City.gift;
import static it.milanoaiuta.donations.City.hub;
import static it.milanoaiuta.donations.City.hubOf;
import static it.milanoaiuta.donations.City.in;
import static it.milanoaiuta.donations.City.need;
import static it.milanoaiuta.donations.City.organisationOf;
import static it.milanoaiuta.donations.City.sql;
import static it.milanoaiuta.donations.City.tell;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import it.milanoaiuta.donations.City;
import it.milanoaiuta.donations.City.Gift;
import it.milanoaiuta.donations.City.Need;
import it.milanoaiuta.platform.testing.AtOnce;

@QuarkusTest
class FiguresTest {

    private static final UUID INFANT_MILK = UUID.fromString("0192f000-0000-7000-8000-000000000216");
    private static final UUID NAPPIES = UUID.fromString("0192f000-0000-7000-8000-000000000217");

    private final UUID anna = UUID.randomUUID();
    private final UUID donor = UUID.randomUUID();

    @Inject
    Figures figures;

    @Test
    void a_hubs_donations_are_told_by_what_became_of_them() {
        UUID hub = hub(5);
        UUID other = hub(6);
        gift().at(hub).toStock(PASTA, "3", "PIECE").pledgedBy(donor);
        gift().at(hub).toStock(APPLES, "2.5", "KG").pledgedBy(donor).cancelled().statusCode(204);
        Gift moved = gift().at(hub).toStock(APPLES, "4", "KG").pledgedBy(donor);
        assertThat(of(hub)).isEqualTo(Map.of("SCHEDULED", 2, "CANCELLED", 1));
        assertThat(kg(hub)).isEqualTo("5.500");
        as(donor).header("If-Match", "\"0\"").body(Map.of("hubId", other, "windowStart", in(1, ChronoUnit.HOURS), "windowEnd",
                in(2, ChronoUnit.HOURS))).patch("/api/v1/donations/{code}", moved.code()).then().statusCode(200);
        assertThat(kg(hub)).isEqualTo("1.500");
        assertThat(kg(other)).isEqualTo("4.000");
        figures.fold();
        assertThat(kg(hub)).isEqualTo("1.500");
    }

    @Test
    void food_and_other_goods_are_told_apart() {
        UUID hub = hub(5);
        gift().at(hub).toStock(PASTA, "3", "PIECE").pledgedBy(donor);
        Gift nappies = gift().at(hub).toStock(NAPPIES, "2", "PIECE").pledgedBy(donor);
        assertThat(kg(hub)).isEqualTo("3.500");
        assertThat(read().getString("byHub.find { it.hubId == '" + hub + "' }.donations.ofItFood")).isEqualTo("1.500");
        nappies.cancelled().statusCode(204);
        assertThat(kg(hub)).isEqualTo("1.500");
        gift().at(hub).toStock(INFANT_MILK, "1", "PIECE").pledgedBy(donor);
        assertThat(read().getString("byHub.find { it.hubId == '" + hub + "' }.donations.ofItFood")).isEqualTo("2.300");
    }

    @Test
    void needs_are_open_until_they_are_met() {
        int open = read().getInt("needs.open");
        int met = read().getInt("needs.met");
        UUID hub = hubOf(anna);
        Need need = City.appeal(hub).forGoods(PASTA, "1", "PIECE").publishedBy(anna);
        assertThat(read().getInt("needs.open")).isEqualTo(open + 1);
        Gift gift = gift().at(hub).to(need.line(), PASTA, "1", "PIECE").pledgedBy(donor);
        tell("DonationReceived.v1", Map.of("arrivalId", UUID.randomUUID(), "donationId", gift.id(), "closed", true, "lines",
                List.of(Map.of("donationLineId", gift.line(), "accepted", "1", "rejected", "0", "missing", "0"))));
        assertThat(read().getInt("needs.open")).isEqualTo(open);
        assertThat(read().getInt("needs.met")).isEqualTo(met + 1);
    }

    @Test
    void kept_figures_equal_a_recount_however_they_are_folded() {
        Need need = need(organisationOf(anna)).forGoods(APPLES, "1000", "KG").publishedBy(anna);
        AtOnce.run(12, i -> {
            Gift gift = gift().at(hub(4)).to(need.line(), APPLES, "2", "KG").pledgedBy(UUID.randomUUID());
            if (i % 3 == 0) {
                gift.cancelled().statusCode(204);
            }
            figures.fold();
        });
        recount();
        Object newest = sql("select max(id) from figure_change");
        figures.fold();
        recount();
        assertThat(sql("select count(*) from figure_change where id <= " + newest)).isEqualTo(0L);
    }

    private void recount() {
        assertThat(sql("""
                select count(*) from (
                  select day, name, hub_id from (
                    select day, name, hub_id, amount from figure_now where name not like 'NEEDS%'
                    union all
                    select day, 'DONATIONS_' || state, hub_id, -count(*) from donation group by day, state, hub_id
                    union all
                    select day, 'PROMISED_KG', hub_id, -sum(kg) from donation where state not in ('CANCELLED', 'LAPSED')
                    group by day, hub_id
                    union all
                    select day, 'PROMISED_FOOD_KG', hub_id, -sum(food_kg) from donation
                    where state not in ('CANCELLED', 'LAPSED') group by day, hub_id
                  ) kept_and_recounted
                  group by day, name, hub_id having sum(amount) <> 0
                ) difference
                """)).isEqualTo(0L);
        assertThat(sql("select count(*) from (select municipio, sum(amount) from figure_now where name = 'NEEDS_OPEN' "
                + "group by municipio having sum(amount) <> (select count(*) from need where state = 'PUBLISHED' "
                + "and need.municipio = figure_now.municipio)) d")).isEqualTo(0L);
        assertThat(sql("select coalesce(sum(amount), 0)::numeric(16,3) from figure_now where name = 'NEEDS_MET'"))
                .isEqualTo(sql("select count(*)::numeric(16,3) from need where state = 'FULFILLED'"));
    }

    private static JsonPath read() {
        return coordinator().get("/api/v1/figures").then().statusCode(200).extract().jsonPath();
    }

    private static Map<String, Integer> of(UUID hub) {
        Map<String, Integer> states = read().getMap("byHub.find { it.hubId == '" + hub + "' }.donations.byState");
        states.values().removeIf(count -> count == 0);
        return states;
    }

    private static String kg(UUID hub) {
        return read().getString("byHub.find { it.hubId == '" + hub + "' }.donations.promisedKg");
    }

    @Test
    void a_day_is_a_day_in_rome() {
        Gift gift = gift().toStock(PASTA, "1", "PIECE").pledgedBy(donor);
        LocalDate day = LocalDate.parse((String) sql("select cast(cast(pledged_at at time zone 'Europe/Rome' as date) as text) "
                + "from donation where id = '" + gift.id() + "'"));
        assertThat(daysOf(day)).isEqualTo(List.of(day.toString()));
        assertThat(daysOf(day.plusDays(2))).isEmpty();
    }

    private static List<String> daysOf(LocalDate day) {
        return coordinator().queryParam("from", day.toString()).queryParam("to", day.toString()).get("/api/v1/figures").then()
                .statusCode(200).extract().path("byDay.day");
    }
}
