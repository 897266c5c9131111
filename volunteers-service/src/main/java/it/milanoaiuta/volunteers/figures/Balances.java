package it.milanoaiuta.volunteers.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The balances that the database's triggers keep; nothing is counted here. */
@ApplicationScoped
class Balances {

    /** The whole city, among the scopes people are counted in. */
    private static final UUID CITY = new UUID(0, 0);

    private static final String SUMS = """
            round(coalesce(sum(seconds), 0) / 3600.0, 2) hours, cast(coalesce(sum(confirmed), 0) as bigint) confirmed,
            cast(coalesce(sum(shifts), 0) as bigint) shifts, cast(coalesce(sum(places), 0) as bigint) places
            from shift_balance b where day between :from and :to""";

    @Inject
    Session session;

    Figures between(LocalDate from, LocalDate to) {
        return new Figures(from, to, total(from, to), byDay(from, to), byHub(from, to));
    }

    private Figures.Total total(LocalDate from, LocalDate to) {
        return period("select " + people("scope = :city and day between :from and :to and day_before < :from") + SUMS,
                Figures.Total.class, from, to).setParameter("city", CITY).getSingleResult();
    }

    private List<Figures.Day> byDay(LocalDate from, LocalDate to) {
        return period("select day, " + people("scope = :city and day = b.day") + SUMS + " group by day order by day",
                Figures.Day.class, from, to).setParameter("city", CITY).getResultList();
    }

    private List<Figures.Hub> byHub(LocalDate from, LocalDate to) {
        return period("select owner_id, " + people("scope = b.owner_id and day between :from and :to and day_before < :from")
                + SUMS + " and owner_kind = 'HUB' group by owner_id order by owner_id", Figures.Hub.class, from, to)
                .getResultList();
    }

    /** Distinct ones. */
    private static String people(String where) {
        return "(select cast(coalesce(sum(people), 0) as bigint) from presence_balance p where %s) volunteers, "
                .formatted(where);
    }

    private <T> NativeQuery<T> period(String sql, Class<T> row, LocalDate from, LocalDate to) {
        return session.createNativeQuery(sql, row).setParameter("from", from).setParameter("to", to);
    }
}
