package it.milanoaiuta.donations.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** The balances the city's figures are read from; triggers of the database write them. */
@ApplicationScoped
public class Figures {

    private static final int BATCH = 1000;

    @Inject
    Session database;

    /** A balance, added up for a day, a hub or a Municipio. */
    private interface Sum<K> {

        K key();

        String name();

        BigDecimal amount();
    }

    private record OfDay(LocalDate key, String name, BigDecimal amount) implements Sum<LocalDate> {}

    private record OfHub(UUID key, String name, BigDecimal amount) implements Sum<UUID> {}

    private record OfMunicipio(Integer key, String name, BigDecimal amount) implements Sum<Integer> {}

    /** Days with figures, in order. */
    Map<LocalDate, Sums> byDay(LocalDate from, LocalDate to) {
        return sums("""
                select day as key, name, sum(amount) as amount from figure_now
                where day between :from and :to group by day, name order by day
                """, OfDay.class, from, to);
    }

    /** Donations by hub; the key null: those that are not for a hub yet. */
    Map<UUID, Sums> byHub(LocalDate from, LocalDate to) {
        return sums("""
                select hub_id as key, name, sum(amount) as amount from figure_now
                where day between :from and :to and name not like 'NEEDS%' group by hub_id, name order by hub_id
                """, OfHub.class, from, to);
    }

    /** Needs by Municipio. */
    Map<Integer, Sums> byMunicipio(LocalDate from, LocalDate to) {
        return sums("""
                select cast(municipio as int) as key, name, sum(amount) as amount from figure_now
                where day between :from and :to and name like 'NEEDS%' group by municipio, name order by municipio
                """, OfMunicipio.class, from, to);
    }

    /** Needs open at the end of the day, by Municipio. */
    Map<Integer, Long> openNeeds(LocalDate atEndOf) {
        return database.createNativeQuery("""
                select cast(municipio as int) as municipio, cast(sum(amount) as bigint) as open
                from figure_now where name = 'NEEDS_OPEN' and day <= :day group by municipio
                """, OpenNeeds.class).setParameter("day", atEndOf).getResultStream()
                .collect(Collectors.toMap(OpenNeeds::municipio, OpenNeeds::open));
    }

    private record OpenNeeds(int municipio, long open) {}

    /** Folds changes into balances. Any number of replicas may: each takes its own rows, and locks balances in one order. */
    @Scheduled(every = "${donations.fold-figures.every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    void fold() {
        while (foldBatch() == BATCH) {
            // until few are left
        }
    }

    @Transactional
    int foldBatch() {
        return database.createNativeQuery("""
                with taken as (
                  delete from figure_change
                  where id in (select id from figure_change order by id limit :batch for update skip locked)
                  returning day, name, hub_id, municipio, amount
                ), folded as (
                  insert into figure as f (day, name, hub_id, municipio, amount)
                  select day, name, hub_id, municipio, sum(amount) from taken
                  group by day, name, hub_id, municipio order by day, name, hub_id, municipio
                  on conflict (day, name, hub_id, municipio) do update set amount = f.amount + excluded.amount
                )
                select cast(count(*) as int) from taken
                """, Integer.class).setParameter("batch", BATCH).getSingleResult();
    }

    private <K> Map<K, Sums> sums(String sql, Class<? extends Sum<K>> row, LocalDate from, LocalDate to) {
        Map<K, Sums> sums = new LinkedHashMap<>();
        database.createNativeQuery(sql, row).setParameter("from", from).setParameter("to", to).getResultList()
                .forEach(sum -> sums.computeIfAbsent(sum.key(), none -> Sums.none()).add(sum.name(), sum.amount()));
        return sums;
    }
}
