package it.milanoaiuta.foodhub.figures;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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
            ), 0)::bigint as meals, coalesce(households, 0)::bigint as households, coalesce(people, 0)::bigint as people,
              coalesce(packed, 0)::bigint as packed, coalesce(handed_over, 0)::bigint as handed_over
            from goods full join cases using (day, hub_id) full join parcels using (day, hub_id)
            order by day, hub_id""";

    /** By what stands for %1$s, of the day and the hub: a step of the calendar, or the hub; it is selected as %2$s says. */
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
            select %2$s, coalesce(kg_in, 0.000) as kg_in, coalesce(kg_food_in, 0.000) as kg_food_in,
              coalesce(kg_out, 0.000) as kg_out, coalesce(kg_food, 0.000) as kg_food, coalesce(meals, 0)::bigint as meals,
              coalesce(households, 0)::bigint as households, coalesce(people, 0)::bigint as people,
              coalesce(packed, 0)::bigint as packed, coalesce(handed_over, 0)::bigint as handed_over
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
            select b.band, sum(b.female)::bigint as female, sum(b.male)::bigint as male, sum(b.not_stated)::bigint as not_stated
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
        List<HubDay> days = rows(DAYS, HubDay.class, from, to);
        return new FiguresView(from, to, clock.instant(), total(from, to, days.stream().mapToLong(HubDay::parcelsPacked).sum(),
                days.stream().mapToLong(HubDay::parcelsHandedOver).sum()), factors(from, to), days, null, null);
    }

    /** The whole city by step, and the whole period by hub: as many rows as steps and hubs. */
    FiguresView bySteps(LocalDate from, LocalDate to, Step step) {
        String day = "cast(date_trunc('" + step + "', day) as date)";
        List<Period> periods = rows(DONE.formatted(day, "done_by as first, cast(null as uuid) as hub_id"), DoneRow.class, from,
                to).stream().map(row -> row.period(from, to, step)).toList();
        List<OfHub> hubs = rows(DONE.formatted("hub_id", "cast(null as date) as first, done_by as hub_id"), DoneRow.class, from,
                to).stream().map(row -> new OfHub(row.hubId, row.done())).toList();
        return new FiguresView(from, to, clock.instant(),
                total(from, to, hubs.stream().mapToLong(hub -> hub.done().parcelsPacked()).sum(),
                        hubs.stream().mapToLong(hub -> hub.done().parcelsHandedOver()).sum()),
                factors(from, to), List.of(), periods, hubs);
    }

    /**
     * @param first day of the step; null of a hub
     * @param hubId null of a step
     */
    private record DoneRow(LocalDate first, UUID hubId, BigDecimal kgIn, BigDecimal kgFoodIn, BigDecimal kgOut,
            BigDecimal kgFood,
            long meals, long households, long people, long packed, long handedOver) {

        private Period period(LocalDate from, LocalDate to, Step step) {
            LocalDate last = step.last(first);
            return new Period(first.isBefore(from) ? from : first, last.isAfter(to) ? to : last, done());
        }

        private Done done() {
            return new Done(new Kilograms(kgIn, kgFoodIn), new Kilograms(kgOut, kgFood), meals, households, people, packed,
                    handedOver);
        }
    }

    private List<MealFactor> factors(LocalDate from, LocalDate to) {
        return rows(FACTORS, MealFactor.class, from, to);
    }

    private record GoodsRow(BigDecimal kgIn, BigDecimal kgFoodIn, BigDecimal kgOut, BigDecimal kgFood, long meals) {}

    private record BandRow(String band, long female, long male, long notStated) {

        private BandFigure figure() {
            return new BandFigure(Band.valueOf(band), female, male, notStated);
        }
    }

    private Total total(LocalDate from, LocalDate to, long packed, long handedOver) {
        List<BandFigure> bands = rows(BANDS, BandRow.class, from, to).stream().map(BandRow::figure)
                .sorted(Comparator.comparing(BandFigure::band)).toList();
        long people = bands.stream().mapToLong(band -> band.female() + band.male() + band.notStated()).sum();
        long households = rows(HOUSEHOLDS, Long.class, from, to).get(0);
        GoodsRow goods = rows(GOODS_TOTAL, GoodsRow.class, from, to).get(0);
        return new Total(new Kilograms(goods.kgIn, goods.kgFoodIn), new Kilograms(goods.kgOut, goods.kgFood), goods.kgIn,
                goods.kgOut, goods.kgFood, goods.meals, households, people, bands, packed, handedOver);
    }

    private <T> List<T> rows(String query, Class<T> row, LocalDate from, LocalDate to) {
        return session.createNativeQuery(query, row).setParameter("from", from).setParameter("to", to).getResultList();
    }
}
