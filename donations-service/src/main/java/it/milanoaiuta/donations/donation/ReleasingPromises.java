package it.milanoaiuta.donations.donation;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.hibernate.Session;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.donations.need.NeedEnded;
import it.milanoaiuta.donations.need.NeedLines;
import it.milanoaiuta.platform.due.DueWork;
import it.milanoaiuta.platform.due.Messages;
import it.milanoaiuta.platform.events.Event;

/**
 * Lets go of what was promised to needs that have ended, as each donor said: back to her at once, or to general stock when it
 * arrives or after 48 h, in which she may change her mind; and of what no longer fits a need line because goods that are there took
 * its place. Not in the transaction that ends the need or hears of the goods: it holds the need's lines, and donations come before
 * lines in the order of locks.
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
    NeedLines needLines;

    @Inject
    DonationRules rules;

    @Inject
    Clock clock;

    @Inject
    Settling settling;

    @Inject
    Announcing announcing;

    @Inject
    Messages messages;

    /** The need and its lines are locked: who promised to them is known by now, and nobody more will. */
    void remember(@Observes NeedEnded ended) {
        database.createNativeMutationQuery("""
                update donation_line set release_due = true
                where need_line_id in (select id from need_line where need_id = :need)
                  and stock_at is null and not cancelled and not released
                  and (promised + in_transit > 0 or crowd_due
                       or accepted + rejected + missing + delivered = 0
                          and (select withdrawn is null from donation where donation.id = donation_id))
                """).setParameter("need", ended.needId()).executeUpdate();
    }

    @Scheduled(every = "${donations.release-promises.every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    public void run() {
        due.each("""
                select id from donation
                where id in (select donation_id from donation_line where release_due or crowd_due
                             union all
                             select donation_id from donation_line where not released and stock_at <= now())
                  and id <> all(:failed)
                limit 1 for update skip locked
                """, this::release);
    }

    private void release(UUID id) {
        Donation donation = donations.locked(Set.of(id)).get(0);
        lockNeeds(donation);
        List<DonationLine> due = donation.lines().stream().filter(line -> line.isReleaseDue() || line.isCrowdDue()).toList();
        due.stream().filter(line -> line.isReleaseDue()).forEach(line -> needEnded(donation, line));
        List<DonationLine> crowded = due.stream().filter(line -> line.isCrowdDue() && line.isWanted()).toList();
        boolean gaveBack = !crowded.isEmpty() && giveBack(donation, crowded);
        settling.settle(donation, letGo(donation, gaveBack));
        // these alone: another need of the donation may be ending now
        database.createNativeMutationQuery(
                "update donation_line set release_due = false, crowd_due = false where id = any(:due)")
                .setParameter("due", due.stream().map(line -> line.id()).toArray(UUID[]::new)).executeUpdate();
    }

    /**
     * Goods that are there took the place of these: each donor of what still does not fit is told, and what has not come goes back to her
     * if she wants so. Else it waits: for room, or to be general stock on arrival.
     *
     * @return whether hubs are to expect something else
     */
    private boolean giveBack(Donation donation, List<DonationLine> crowded) {
        settling.settle(donation, List.of());
        List<DonationLine> over = crowded.stream().filter(DonationLine::doesNotFit).toList();
        over.forEach(line -> messages.decide(line.id(), donation.donor(),
                isGivenBack(donation, line) ? "GOODS_ARE_THERE_LINE_CANCELLED" : "GOODS_ARE_THERE_YOURS_TO_STOCK"));
        return donation.giveBack(over.stream().filter(line -> isGivenBack(donation, line)).toList());
    }

    private static boolean isGivenBack(Donation donation, DonationLine line) {
        return !line.hasCome() && line.goesBack(donation.ifNotNeeded());
    }

    /** Before the rows of its lines are written: who ends a need holds its lock when he marks them. */
    private void lockNeeds(Donation donation) {
        needLines.lock(donation.needLineIds());
    }

    private void needEnded(Donation donation, DonationLine line) {
        line.needEnded(clock.instant().plus(rules.stockAfter()));
        if (!donation.isWithdrawn()) {
            messages.decide(line.id(), donation.donor(),
                    isGivenBack(donation, line) ? "NEED_ENDED_LINE_CANCELLED" : "NEED_ENDED_GOODS_TO_STOCK");
        }
    }

    /**
     * The donor says what to do with goods whose need ends, or has ended and they wait for her.
     *
     * @return what is to be told
     */
    List<Event> say(Donation donation, IfNotNeeded wish) {
        lockNeeds(donation);
        donation.wish(wish);
        return letGo(donation, false);
    }

    private List<Event> letGo(Donation donation, boolean gaveBack) {
        boolean differs = donation.letGo() || gaveBack;
        if (differs && donation.isWithoutLines()) {
            donation.withdraw(DonationState.CANCELLED);
            return announcing.end(donation, new DonationCancelled(donation.id(), DonationCancelled.Reason.NOT_NEEDED));
        }
        return differs ? announcing.plan(donation) : List.of();
    }
}
