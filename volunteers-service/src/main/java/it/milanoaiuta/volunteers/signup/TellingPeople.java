package it.milanoaiuta.volunteers.signup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import it.milanoaiuta.platform.due.DueWork;
import it.milanoaiuta.platform.due.Messages;
import it.milanoaiuta.volunteers.shift.Shift;

/**
 * Tells all people of a shift what was decided about it, however many they are: whoever decides only notes it, scheduled work
 * decides the messages in portions, each once for a cause and a person.
 */
@ApplicationScoped
public class TellingPeople {

    private static final int PORTION = 200;

    @Inject
    DueWork work;

    @Inject
    Messages messages;

    @Inject
    Session session;

    /** Those who are in it when they are told, or whose sign-up ended by what they are told. */
    public void all(Shift shift, Notice notice, UUID cause) {
        tell(shift.id(), notice.name(), cause, null);
    }

    private void tell(UUID shift, String notice, UUID cause, UUID after) {
        session.createNativeMutationQuery("""
                insert into people_to_tell (shift_id, notice, cause, told_up_to)
                values (:shift, :notice, :cause, cast(:after as uuid))""").setParameter("shift", shift)
                .setParameter("notice", notice).setParameter("cause", cause)
                .setParameter("after", Optional.ofNullable(after).map(UUID::toString).orElse(null)).executeUpdate();
    }

    @Scheduled(every = "${volunteers.tell-people.every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    void tellNext() {
        work.each("select id from people_to_tell where id <> all(:failed) order by id limit 1 for update skip locked",
                this::tellSome);
    }

    /** What is left of it is noted anew. */
    private void tellSome(UUID id) {
        ToTell due = session.createNativeQuery(
                "delete from people_to_tell where id = :id returning shift_id, notice, cause, told_up_to", ToTell.class)
                .setParameter("id", id).getSingleResult();
        List<WhoIsIn> people = next(due);
        messages.decide(due.cause, people.stream().map(WhoIsIn::personId).toList(), due.notice);
        if (people.size() == PORTION) {
            tell(due.shiftId, due.notice, due.cause, people.get(PORTION - 1).signUpId);
        }
    }

    /** @param toldUpTo the last sign-up whose person was told; null before the first */
    private record ToTell(UUID shiftId, String notice, UUID cause, UUID toldUpTo) {}

    private record WhoIsIn(UUID signUpId, UUID personId) {}

    private List<WhoIsIn> next(ToTell due) {
        return session.createNativeQuery("""
                select id, person_id from sign_up
                where shift_id = :shift and id > cast(:after as uuid)
                  and (state in ('REQUESTED', 'CONFIRMED', 'WAITING') or removed_for = :notice)
                order by id limit :portion""", WhoIsIn.class).setParameter("shift", due.shiftId)
                .setParameter("after", Optional.ofNullable(due.toldUpTo).orElse(new UUID(0, 0)).toString())
                .setParameter("notice", due.notice).setParameter("portion", PORTION).getResultList();
    }
}
