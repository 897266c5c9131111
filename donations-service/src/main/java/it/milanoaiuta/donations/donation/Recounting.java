package it.milanoaiuta.donations.donation;

import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.platform.due.DueWork;

/** Settles need lines anew whose coverage was kept by another rule, or is marked by hand (<code>recount_due</code>). */
@ApplicationScoped
public class Recounting {

    @Inject
    DueWork due;

    @Inject
    Session database;

    @Inject
    Settling settling;

    @Scheduled(every = "${donations.recount.every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    public void run() {
        due.each("""
                select id from need
                where id in (select need_id from need_line where recount_due) and id <> all(:failed)
                limit 1 for update skip locked
                """, this::recount);
    }

    private void recount(UUID need) {
        settling.recount(database.createNativeQuery("select id from need_line where need_id = :need", UUID.class)
                .setParameter("need", need).getResultStream().collect(Collectors.toSet()));
    }
}
