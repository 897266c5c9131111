package it.milanoaiuta.volunteers.signup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

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
    EntityManager entities;

    /** Those who are in it when they are told, or whose sign-up ended by what they are told. */
    public void all(Shift shift, Notice notice, UUID cause) {
        tell(shift.id(), notice.name(), cause, null);
    }

    private void tell(UUID shift, String notice, UUID cause, UUID after) {
        entities.createNativeQuery("""
                insert into people_to_tell (shift_id, notice, cause, told_up_to)
                values (:shift, :notice, :cause, cast(:after as uuid))""").setParameter("shift", shift)
                .setParameter("notice", notice).setParameter("cause", cause)
                .setParameter("after", Optional.ofNullable(after).map(UUID::toString).orElse(null)).executeUpdate();
    }

    @Scheduled(every = "${volunteers.fill-places.every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    void tellNext() {
        work.each("select id from people_to_tell where id <> all(:failed) order by id limit 1 for update skip locked",
                this::tellSome);
    }

    /** What is left of it is noted anew. */
    private void tellSome(UUID id) {
        Object[] due = (Object[]) entities.createNativeQuery(
                "delete from people_to_tell where id = :id returning shift_id, notice, cause, told_up_to", Object[].class)
                .setParameter("id", id).getSingleResult();
        List<Object[]> people = next((UUID) due[0], (String) due[1], (UUID) due[3]);
        messages.decide((UUID) due[2], people.stream().map(row -> (UUID) row[1]).toList(), (String) due[1]);
        if (people.size() == PORTION) {
            tell((UUID) due[0], (String) due[1], (UUID) due[2], (UUID) people.get(PORTION - 1)[0]);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> next(UUID shift, String notice, UUID after) {
        return entities.createNativeQuery("""
                select id, person_id from sign_up
                where shift_id = :shift and id > cast(:after as uuid)
                  and (state in ('REQUESTED', 'CONFIRMED', 'WAITING') or removed_for = :notice)
                order by id limit :portion""", Object[].class).setParameter("shift", shift)
                .setParameter("after", Optional.ofNullable(after).orElse(new UUID(0, 0)).toString())
                .setParameter("notice", notice).setParameter("portion", PORTION).getResultList();
    }
}
