package it.milanoaiuta.foodhub.figures;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import it.milanoaiuta.foodhub.figures.FiguresView.BandFigure;
import it.milanoaiuta.foodhub.figures.FiguresView.Done;
import it.milanoaiuta.foodhub.figures.FiguresView.HubDay;
import it.milanoaiuta.foodhub.figures.FiguresView.Kilograms;
import it.milanoaiuta.foodhub.figures.FiguresView.MealFactor;
import it.milanoaiuta.foodhub.figures.FiguresView.OfHub;
import it.milanoaiuta.foodhub.figures.FiguresView.Period;
import it.milanoaiuta.foodhub.figures.FiguresView.Total;
import it.milanoaiuta.foodhub.people.household.Band;

/** Reads the maintained figures; the ledger and its history are never scanned. */
@ApplicationScoped
class Figures {

    /** Goods in kilograms: base units times the item's weight, to the gram; meals of food alone, by the factor of each day. */
    private static final String GOODS = """
            goods as (
              select f.day, f.hub_id, round(sum(f.taken_in * i.kg_per_unit), 3) as kg_in,
                round(coalesce(sum(f.taken_in * i.kg_per_unit) filter (where i.food), 0), 3) as kg_food_in,
                round(sum(f.handed_over * i.kg_per_unit), 3) as kg_out,
                round(coalesce(sum(f.handed_over * i.kg_per_unit) filter (where i.food), 0), 3) as kg_food
              from goods_figure f join item i on i.id = f.item_id
              where f.day between :from and :to group by f.day, f.hub_id
            )""";

    private static final String KG_PER_MEAL = """
            (select kg_per_meal from meal_factor where from_day <= goods.day order by from_day desc limit 1)""";

    private static final String DAYS = "with " + GOODS + """
            , cases as (
              select s.day, s.hub_id, count(*) as households, sum(h.members) as people
              from case_served s join household h on h.id = s.household_id
              where s.day between :from and :to group by s.day, s.hub_id
            ), parcels as (
              select day, hub_id, packed, handed_over from parcel_figure where day between :from and :to
            )
            select day, hub_id, coalesce(kg_in, 0.000) as kg_in, coalesce(kg_out, 0.000) as kg_out,
              coalesce(kg_food, 0.000) as kg_food, coalesce(floor(kg_food /\s""" + KG_PER_MEAL + """
            ), 0)::bigint as meals, coalesce(households, 0) as households, coalesce(people, 0) as people,
              coalesce(packed, 0)::bigint as packed, coalesce(handed_over, 0)::bigint as handed_over
            from goods full join cases using (day, hub_id) full join parcels using (day, hub_id)
            order by day, hub_id""";

    /** By what stands for %1$s, of the day and the hub: a step of the calendar, or the hub. */
    private static final String DONE = "with " + GOODS + """
            , moved as (
              select %1$s as done_by, sum(kg_in) as kg_in, sum(kg_food_in) as kg_food_in, sum(kg_out) as kg_out,
                sum(kg_food) as kg_food, floor(sum(kg_food /\s""" + KG_PER_MEAL + """
            )) as meals
              from goods group by done_by
            ), cases as (
              select done_by, count(*) as households, sum(h.members) as people
              from (
                select distinct %1$s as done_by, household_id from case_served where day between :from and :to
              ) served join household h on h.id = household_id
              group by done_by
            ), parcels as (
              select %1$s as done_by, sum(packed) as packed, sum(handed_over) as handed_over
              from parcel_figure where day between :from and :to group by done_by
            )
            select done_by, coalesce(kg_in, 0.000) as kg_in, coalesce(kg_food_in, 0.000) as kg_food_in,
              coalesce(kg_out, 0.000) as kg_out, coalesce(kg_food, 0.000) as kg_food, coalesce(meals, 0) as meals,
              coalesce(households, 0) as households, coalesce(people, 0) as people, coalesce(packed, 0) as packed,
              coalesce(handed_over, 0) as handed_over
            from moved full join cases using (done_by) full join parcels using (done_by)
            order by done_by""";

    /** Not the sum of the days: half a meal of two days is one. */
    private static final String GOODS_TOTAL = "with " + GOODS
            + """
            select coalesce(sum(kg_in), 0.000) as kg_in, coalesce(sum(kg_food_in), 0.000) as kg_food_in,
              coalesce(sum(kg_out), 0.000) as kg_out, coalesce(sum(kg_food), 0.000) as kg_food, coalesce(floor(sum(kg_food /\s"""
            + KG_PER_MEAL + """
            )), 0)::bigint as meals
            from goods""";

    private static final String BANDS = """
            with reached as (select distinct household_id from case_served where day between :from and :to)
            select b.band, sum(b.female) as female, sum(b.male) as male, sum(b.not_stated) as not_stated
            from reached join household_band b using (household_id) group by b.band""";

    private static final String HOUSEHOLDS = "select count(distinct household_id) from case_served where day between :from and :to";

    private static final String FACTORS = """
            select from_day, kg_per_meal from meal_factor
            where from_day <= :to and from_day >= coalesce((select max(from_day) from meal_factor where from_day <= :from), :from)
            order by from_day""";

    @Inject
    Session session;

    @Inject
    Clock clock;

    /** By day and hub: as many rows as days times hubs. */
    FiguresView byDayAndHub(LocalDate from, LocalDate to) {
        List<HubDay> days = rows(DAYS, from, to,
                row -> new HubDay(row.get("day", LocalDate.class), row.get("hub_id", UUID.class),
                        row.get("kg_in", BigDecimal.class), row.get("kg_out", BigDecimal.class),
                        row.get("kg_food", BigDecimal.class),
                        number(row, "meals"), number(row, "households"), number(row, "people"), number(row, "packed"),
                        number(row, "handed_over")));
        return new FiguresView(from, to, clock.instant(), total(from, to, days.stream().mapToLong(HubDay::parcelsPacked).sum(),
                days.stream().mapToLong(HubDay::parcelsHandedOver).sum()), factors(from, to), days, null, null);
    }

    /** The whole city by step, and the whole period by hub: as many rows as steps and hubs. */
    FiguresView bySteps(LocalDate from, LocalDate to, Step step) {
        List<Period> periods = rows(DONE.formatted("cast(date_trunc('" + step + "', day) as date)"), from, to, row -> {
            LocalDate first = row.get("done_by", LocalDate.class);
            LocalDate last = step.last(first);
            return new Period(first.isBefore(from) ? from : first, last.isAfter(to) ? to : last, done(row));
        });
        List<OfHub> hubs = rows(DONE.formatted("hub_id"), from, to,
                row -> new OfHub(row.get("done_by", UUID.class), done(row)));
        return new FiguresView(from, to, clock.instant(),
                total(from, to, hubs.stream().mapToLong(hub -> hub.done().parcelsPacked()).sum(),
                        hubs.stream().mapToLong(hub -> hub.done().parcelsHandedOver()).sum()),
                factors(from, to), List.of(), periods, hubs);
    }

    private static Done done(Tuple row) {
        return new Done(takenIn(row), handedOver(row), number(row, "meals"), number(row, "households"), number(row, "people"),
                number(row, "packed"), number(row, "handed_over"));
    }

    private static Kilograms takenIn(Tuple row) {
        return new Kilograms(row.get("kg_in", BigDecimal.class), row.get("kg_food_in", BigDecimal.class));
    }

    private static Kilograms handedOver(Tuple row) {
        return new Kilograms(row.get("kg_out", BigDecimal.class), row.get("kg_food", BigDecimal.class));
    }

    private List<MealFactor> factors(LocalDate from, LocalDate to) {
        return rows(FACTORS, from, to, row -> new MealFactor(row.get("from_day", LocalDate.class),
                row.get("kg_per_meal", BigDecimal.class)));
    }

    private Total total(LocalDate from, LocalDate to, long packed, long handedOver) {
        List<BandFigure> bands = rows(BANDS, from, to, row -> new BandFigure(Band.valueOf(row.get("band", String.class)),
                number(row, "female"), number(row, "male"), number(row, "not_stated")));
        long people = bands.stream().mapToLong(band -> band.female() + band.male() + band.notStated()).sum();
        long households = rows(HOUSEHOLDS, from, to, row -> number(row, "count")).get(0);
        Tuple goods = rows(GOODS_TOTAL, from, to, Function.identity()).get(0);
        return new Total(takenIn(goods), handedOver(goods), goods.get("kg_in", BigDecimal.class),
                goods.get("kg_out", BigDecimal.class), goods.get("kg_food", BigDecimal.class), number(goods, "meals"),
                households, people, bands.stream().sorted((a, b) -> a.band().compareTo(b.band())).toList(), packed, handedOver);
    }

    private <T> List<T> rows(String query, LocalDate from, LocalDate to, Function<Tuple, T> row) {
        return session.createNativeQuery(query, Tuple.class).setParameter("from", from).setParameter("to", to).getResultList()
                .stream().map(row).toList();
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
