package it.milanoaiuta.volunteers.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.platform.due.DueWork;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.volunteers.shift.Role;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.ShiftRole;
import it.milanoaiuta.volunteers.shift.ShiftRoles;
import it.milanoaiuta.volunteers.shift.Shifts;

/** Scheduled: asks the next who waits, and looks again where somebody waits who can come now. */
@ApplicationScoped
class FillingPlaces {

    @Inject
    DueWork work;

    @Inject
    Shifts shifts;

    @Inject
    ShiftRoles roles;

    @Inject
    SignUps signUps;

    @Inject
    WaitingList waitingList;

    @Inject
    Outbox outbox;

    @Inject
    Session session;

    @Inject
    Clock clock;

    /** The shift is claimed, not the places: its row comes before theirs in the order of locks. */
    @Scheduled(every = "${volunteers.ask-next.every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    void askNext() {
        work.each("""
                select id from shift
                where id in (select shift_id from shift_role where ask_due <= now())
                  and id <> all(:failed) limit 1 for update skip locked""", this::askNext);
    }

    @Scheduled(every = "${volunteers.fill-places.every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    void lookAgain() {
        work.each("select id from place_to_fill where id <> all(:failed) limit 1 for update skip locked", this::lookAgain);
    }

    private void askNext(UUID id) {
        Shift shift = shifts.existing(id);
        Instant now = clock.instant();
        outbox.append(roles.locked(id).stream().filter(places -> places.askDue() != null && !places.askDue().isAfter(now))
                .flatMap(places -> waitingList.fill(shift, places).stream()).toList());
    }

    /** Whose waiting list is to be looked at. */
    private record Noted(UUID shiftId, String role) {}

    private void lookAgain(UUID id) {
        Noted noted = session
                .createNativeQuery("delete from place_to_fill where id = :id returning shift_id, role", Noted.class)
                .setParameter("id", id).getSingleResult();
        ShiftRole places = roles.locked(noted.shiftId, new Role(noted.role));
        signUps.firstWhoCanCome(places).ifPresent(signUps::hold);
        outbox.append(waitingList.fill(shifts.existing(noted.shiftId), places));
    }
}
