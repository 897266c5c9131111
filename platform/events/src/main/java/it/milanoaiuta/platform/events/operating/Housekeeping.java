package it.milanoaiuta.platform.events.operating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.platform.data.Database;

/** Deletes what has outlived its use, in small batches that hold no lock for long; every replica may run it. */
@ApplicationScoped
public class Housekeeping {

    private static final int BATCH = 1000;

    @Inject
    Database database;

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    public void purge() {
        inBatches("""
                delete from idempotency where (principal, key) in (
                  select principal, key from idempotency where created_at < now() - interval '7 days'
                  order by created_at limit ? for update skip locked)""");
        inBatches("""
                delete from inbox where (source, aggregate_type, aggregate_id, seq) in (
                  select source, aggregate_type, aggregate_id, seq from inbox
                  where state in ('applied', 'ignored') and applied_at < now() - interval '90 days'
                  order by applied_at limit ? for update skip locked)""");
        // ids follow publication closely: the oldest rows are found at the start of the primary key
        inBatches("""
                delete from event_log where id in (
                  select id from (select id, published_at from event_log order by id limit ? for update skip locked) oldest
                  where published_at < now() - interval '90 days')""");
    }

    private void inBatches(String delete) {
        while (database.update(delete, BATCH) == BATCH) {
            // until a batch is not full
        }
    }
}
