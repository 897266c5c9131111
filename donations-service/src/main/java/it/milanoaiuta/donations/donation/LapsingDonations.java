package it.milanoaiuta.donations.donation;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.platform.due.DueWork;
import it.milanoaiuta.platform.due.Messages;

/** Gives back what donations promised that did not come in time. */
@ApplicationScoped
public class LapsingDonations {

    @Inject
    DueWork due;

    @Inject
    Donations donations;

    @Inject
    Settling settling;

    @Inject
    Announcing announcing;

    @Inject
    Messages messages;

    @Scheduled(every = "${donations.lapse.every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    public void run() {
        due.each("""
                select id from donation
                where state in ('PLEDGED', 'SCHEDULED') and lapses_at <= now() and id <> all(:failed)
                order by lapses_at limit 1 for update skip locked
                """, this::lapse);
    }

    private void lapse(UUID id) {
        Donation donation = donations.locked(Set.of(id)).get(0);
        donation.withdraw(DonationState.LAPSED);
        messages.decide(id, donation.donor(), "DONATION_LAPSED");
        settling.settle(donation, announcing.end(donation, new DonationLapsed(id)));
    }
}
