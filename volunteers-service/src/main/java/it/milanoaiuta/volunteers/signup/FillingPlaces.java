package it.milanoaiuta.volunteers.signup;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.delivery.DueWork;
import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Messages;
import it.milanoaiuta.delivery.Outbox;
import it.milanoaiuta.volunteers.shift.Role;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.ShiftRole;
import it.milanoaiuta.volunteers.shift.ShiftRoles;
import it.milanoaiuta.volunteers.shift.Shifts;

/** Scheduled: ends offers nobody answered, and looks again where somebody waits who can come now. */
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
    Messages messages;

    @Inject
    Outbox outbox;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** The shift is claimed, not the offer: its row comes before its places' in the order of locks. */
    @Scheduled(every = "${volunteers.due-work.every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    void endOffers() {
        work.each("""
                select id from shift
                where id in (select shift_id from sign_up where state = 'OFFERED' and asked_until <= now())
                  and id <> all(:failed) limit 1 for update skip locked""", this::endOffers);
    }

    @Scheduled(every = "${volunteers.fill-places.every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    void lookAgain() {
        work.each("select id from place_to_fill where id <> all(:failed) limit 1 for update skip locked", this::lookAgain);
    }

    private void endOffers(UUID id) {
        Shift shift = shifts.get(id);
        List<Event> told = new ArrayList<>();
        for (ShiftRole places : roles.locked(id)) {
            for (SignUp offered : signUps.offersDue(places)) {
                offered.expire();
                waitingList.giveBack(places);
                messages.decide(offered.id, offered.person().id(), Notice.OFFER_EXPIRED.name());
                told.addAll(waitingList.fill(shift, places, offered.id));
            }
        }
        outbox.append(told);
    }

    private void lookAgain(UUID id) {
        Object[] row = (Object[]) entities
                .createNativeQuery("delete from place_to_fill where id = :id returning shift_id, role",
                        Object[].class)
                .setParameter("id", id).getSingleResult();
        UUID shift = (UUID) row[0];
        ShiftRole places = roles.locked(shift, Role.valueOf((String) row[1]));
        outbox.append(waitingList.fill(shifts.get(shift), places, id));
    }
}
