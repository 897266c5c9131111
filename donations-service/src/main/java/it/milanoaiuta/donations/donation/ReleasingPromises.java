package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.hibernate.Session;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.delivery.DueWork;
import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Messages;
import it.milanoaiuta.donations.need.NeedEnded;

/**
 * Lets go of what was promised to needs that have ended, as each donor said: to general stock or back. Not in the transaction that
 * ends the need: it holds the need's lines, and donations come before lines in the order of locks.
 */
@ApplicationScoped
public class ReleasingPromises {

    @Inject
    DueWork due;

    @Inject
    Session database;

    @Inject
    Donations donations;

    @Inject
    Settling settling;

    @Inject
    Announcing announcing;

    @Inject
    Messages messages;

    /** The need's lines are locked: who promised to them is known by now, and nobody more will. */
    void remember(@Observes NeedEnded ended) {
        database.createNativeQuery("""
                update donation_line set release_due = true
                where need_line_id in (select id from need_line where need_id = :need) and promised + in_transit > 0
                """).setParameter("need", ended.needId()).executeUpdate();
    }

    @Scheduled(every = "{donations.tick}", concurrentExecution = ConcurrentExecution.SKIP)
    public void run() {
        due.each("""
                select id from donation
                where id in (select donation_id from donation_line where release_due) and id <> all(:failed)
                limit 1 for update skip locked
                """, this::release);
    }

    private void release(UUID id) {
        Donation donation = donations.locked(Set.of(id)).get(0);
        donation.lines.stream().filter(line -> line.releaseDue).forEach(line -> release(donation, line));
        database.createNativeQuery("update donation_line set release_due = false where donation_id = :id and release_due")
                .setParameter("id", id).executeUpdate();
        donation.kg = donation.lines.stream().filter(line -> !line.cancelled).map(line -> line.kg)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        settling.settle(donation, told(donation));
    }

    private void release(Donation donation, DonationLine line) {
        boolean back = donation.ifNotNeeded == IfNotNeeded.CANCEL || line.service != null;
        line.cancelled = back && donation.state.isComing();
        line.released = true;
        if (donation.withdrawn != null) {
            return;
        }
        messages.decide(line.id, donation.donor, line.cancelled ? "NEED_ENDED_LINE_CANCELLED" : "NEED_ENDED_GOODS_TO_STOCK");
    }

    private List<Event> told(Donation donation) {
        if (donation.isWithoutLines()) {
            donation.withdraw(DonationState.CANCELLED);
            return announcing.end(donation, new DonationCancelled(donation.id, DonationCancelled.Reason.NOT_NEEDED));
        }
        return donation.state.isComing() ? announcing.plan(donation) : List.of();
    }
}
