package it.milanoaiuta.donations.need;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.donations.owner.Owners;
import it.milanoaiuta.platform.due.DueWork;
import it.milanoaiuta.platform.due.Messages;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.web.Ids;

/**
 * Takes needs that nobody renewed out of the lists, and reminds their owners before; whoever's need has reached its by-when is asked
 * to renew it with a new day or close it. The lists judge freshness themselves.
 */
@ApplicationScoped
public class ExpiringNeeds {

    @Inject
    DueWork due;

    @Inject
    Session database;

    @Inject
    Needs needs;

    @Inject
    Owners owners;

    @Inject
    NeedRules rules;

    @Inject
    Messages messages;

    @Inject
    Outbox outbox;

    @Scheduled(every = "${donations.expire-needs.every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    public void run() {
        due.each("""
                select id from need where state = 'PUBLISHED' and fresh_until <= now() and id <> all(:failed)
                order by fresh_until limit 1 for update skip locked
                """, this::expire);
        due.each("""
                select id from need
                where state = 'PUBLISHED' and fresh_until <= now() + cast('%s' as interval) and fresh_until < by_when
                  and reminded_for is distinct from fresh_until and id <> all(:failed)
                order by fresh_until limit 1 for update skip locked
                """.formatted(rules.remindBefore()), this::remind);
    }

    private void expire(UUID id) {
        database.createNativeMutationQuery("""
                update need set state = 'EXPIRED' where id = :id and state = 'PUBLISHED' and fresh_until <= now()
                """).setParameter("id", id).executeUpdate();
        outbox.append(new NeedExpired(id));
        Need need = needs.findById(id);
        if (!need.byWhen().isAfter(need.freshUntil())) {
            tell(need, "NEED_PAST_ITS_DAY");
        }
    }

    private void remind(UUID id) {
        tell(needs.findById(id), "NEED_EXPIRES_SOON");
        database.createNativeMutationQuery("update need set reminded_for = fresh_until where id = :id").setParameter("id", id)
                .executeUpdate();
    }

    /** Once for each time it is fresh. */
    private void tell(Need need, String kind) {
        remindable(need).forEach(person -> messages.decide(Ids.named(need.id() + "/" + need.freshUntil()), person, kind));
    }

    /** Who asked; when she may no longer renew it, everybody who may. */
    private List<UUID> remindable(Need need) {
        List<UUID> people = owners.peopleOf(need.owner());
        return people.contains(need.filedBy()) ? List.of(need.filedBy()) : people;
    }
}
