package it.milanoaiuta.volunteers.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/** The balances that the database's triggers keep; nothing is counted here. */
@ApplicationScoped
class Balances {

    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

    /** The whole city, among the scopes people are counted in. */
    private static final UUID CITY = new UUID(0, 0);

    private static final String SUMS = """
            coalesce(sum(confirmed), 0) confirmed, coalesce(sum(shifts), 0) shifts, coalesce(sum(places), 0) places,
            coalesce(sum(seconds), 0) seconds""";

    @Inject
    EntityManager entities;

    Figures between(LocalDate from, LocalDate to) {
        return new Figures(from, to, total(from, to), byDay(from, to), byHub(from, to));
    }

    private Figures.Total total(LocalDate from, LocalDate to) {
        Tuple row = (Tuple) period("select " + SUMS + """
                , (select coalesce(sum(people), 0) from presence_balance
                   where scope = :city and day between :from and :to and day_before < :from) people
                from shift_balance where day between :from and :to""", from, to)
                .setParameter("city", CITY).getSingleResult();
        return new Figures.Total(number(row, "people"), hours(row), number(row, "confirmed"), number(row, "shifts"),
                number(row, "places"));
    }

    private List<Figures.Day> byDay(LocalDate from, LocalDate to) {
        return rows(period("select day, " + SUMS + """
                , (select coalesce(sum(people), 0) from presence_balance p where p.scope = :city and p.day = b.day) people
                from shift_balance b where day between :from and :to group by day order by day""", from, to)
                .setParameter("city", CITY)).stream()
                .map(row -> new Figures.Day(row.get("day", LocalDate.class), number(row, "people"), hours(row),
                        number(row, "confirmed"), number(row, "shifts"), number(row, "places")))
                .toList();
    }

    private List<Figures.Hub> byHub(LocalDate from, LocalDate to) {
        return rows(period("select owner_id, " + SUMS + """
                , (select coalesce(sum(people), 0) from presence_balance p
                   where p.scope = b.owner_id and p.day between :from and :to and p.day_before < :from) people
                from shift_balance b where day between :from and :to and owner_kind = 'HUB'
                group by owner_id order by owner_id""", from, to)).stream()
                .map(row -> new Figures.Hub(row.get("owner_id", UUID.class), number(row, "people"), hours(row),
                        number(row, "confirmed"), number(row, "shifts"), number(row, "places")))
                .toList();
    }

    private Query period(String sql, LocalDate from, LocalDate to) {
        return entities.createNativeQuery(sql, Tuple.class).setParameter("from", from).setParameter("to", to);
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private static BigDecimal hours(Tuple row) {
        return BigDecimal.valueOf(number(row, "seconds")).divide(SECONDS_AN_HOUR, 2, RoundingMode.HALF_UP);
    }
}
