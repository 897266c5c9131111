package it.milanoaiuta.volunteers.organising;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.platform.due.DueWork;
import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.Shift.CancelReason;
import it.milanoaiuta.volunteers.shift.ShiftRole;
import it.milanoaiuta.volunteers.shift.ShiftRoles;
import it.milanoaiuta.volunteers.shift.Shifts;
import it.milanoaiuta.volunteers.signup.WaitingList;
import it.milanoaiuta.volunteers.verification.OrganisationReinstated;

/**
 * How the freezing of a suspended organisation's shifts ends (domain, Organisation): it is reinstated, or nobody has taken a
 * shift over by its start, or 7 days have passed.
 */
@ApplicationScoped
class FrozenShifts {

    @Inject
    DueWork work;

    @Inject
    Shifts shifts;

    @Inject
    ShiftRoles roles;

    @Inject
    WaitingList waitingList;

    @Inject
    CancellingShift cancelling;

    @Inject
    Outbox outbox;

    @Inject
    FreezingRules rules;

    @Inject
    Clock clock;

    /** The organisation's row is held too, so that a reinstatement comes before or finds the shift cancelled. */
    @Scheduled(every = "${volunteers.cancel-frozen.every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    void cancelDue() {
        work.each("""
                select s.id from organisation o
                join shift s on s.owner_id = o.id and s.state = 'OPEN' and s.starts_at > o.suspended_at
                where o.status = 'SUSPENDED' and (s.starts_at <= now() or o.suspended_at <= now() - interval '%d seconds')
                  and s.id <> all(:failed)
                limit 1 for update of s skip locked for share of o skip locked"""
                .formatted(rules.longest().toSeconds()), this::cancel);
    }

    private void cancel(UUID shift) {
        cancelling.cancel(shifts.locked(shift), CancelReason.ORGANISATION_SUSPENDED);
    }

    /**
     * What came free while nobody was called is filled before anybody new may come. The only transaction that holds the places
     * of several shifts, all of them before anybody is confirmed; whoever holds those of one waits for no organisation.
     */
    void reopen(@Observes OrganisationReinstated reinstated) {
        Map<Shift, List<ShiftRole>> held = new LinkedHashMap<>();
        shifts.ahead(reinstated.organisationId(), clock.instant()).forEach(shift -> held.put(shift, roles.locked(shift.id())));
        List<Event> told = new ArrayList<>();
        held.forEach((shift, roles) -> roles.forEach(places -> told.addAll(waitingList.fill(shift, places))));
        outbox.append(told);
    }
}
