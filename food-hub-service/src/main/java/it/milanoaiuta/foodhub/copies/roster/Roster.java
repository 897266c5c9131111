package it.milanoaiuta.foodhub.copies.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.web.CityTime;

/** Who is confirmed on the shifts of the hubs, as far as we have heard. */
@ApplicationScoped
public class Roster implements PanacheRepositoryBase<RosterPlace, UUID> {

    /** The topic it rests on, for {@link it.milanoaiuta.platform.events.Freshness}. */
    public static final String TOPIC = "volunteers.shifts";

    /** Confirmed places on a hub's shifts that touch the day (Europe/Rome), by start. */
    public List<RosterPlace> of(UUID hubId, LocalDate day) {
        return list("from RosterPlace p join fetch p.shift s where s.hubId = ?1 and not s.cancelled"
                + " and s.startsAt < ?3 and s.endsAt > ?2 order by s.startsAt, s.id, p.role, p.personId", hubId,
                CityTime.startOf(day), CityTime.startOf(day.plusDays(1)));
    }

    /** Those of the people who are confirmed on a shift of the hub that touches the day (Europe/Rome). */
    public Set<UUID> confirmedAmong(UUID hubId, LocalDate day, Collection<UUID> subjects) {
        return new HashSet<>(getSession().createNativeQuery("""
                select distinct subject from roster_day
                where hub_id = :hub and day = :day and subject = any(:subjects)""", UUID.class).setParameter("hub", hubId)
                .setParameter("day", day).setParameter("subjects", subjects.toArray(UUID[]::new)).getResultList());
    }

    /** When the first shift of a day begins on which a person is confirmed; far ahead when there is none. */
    public Instant startOf(UUID hubId, LocalDate day, UUID subject) {
        return getSession().createNativeQuery("""
                select coalesce(min(starts_at), '9999-01-01Z') from roster_day
                where hub_id = :hub and day = :day and subject = :subject""", Instant.class).setParameter("hub", hubId)
                .setParameter("day", day).setParameter("subject", subject).getSingleResult();
    }

    /** The sign-in ids of who is confirmed on a shift, cancelled or not. */
    Set<UUID> subjectsOf(UUID shiftId) {
        return new HashSet<>(find("select p.subject from RosterPlace p where p.shift.id = ?1 and p.subject is not null",
                shiftId).project(UUID.class).list());
    }

    /** Places by role, on the shifts of a request that take place. */
    public Map<String, Long> placesByRole(UUID helpRequestId) {
        return byRole("""
                select key(c), sum(value(c)) from RosterShift s join s.capacity c
                where s.helpRequestId = ?1 and not s.cancelled group by key(c)
                """, helpRequestId);
    }

    /** Confirmed people by role, on the shifts of a request that take place. */
    public Map<String, Long> confirmedByRole(UUID helpRequestId) {
        return byRole("""
                select p.role, count(*) from RosterPlace p join p.shift s
                where s.helpRequestId = ?1 and not s.cancelled group by p.role
                """, helpRequestId);
    }

    private Map<String, Long> byRole(String query, UUID helpRequestId) {
        return getSession().createQuery(query, OfRole.class).setParameter(1, helpRequestId).getResultStream()
                .collect(Collectors.toMap(OfRole::role, OfRole::people));
    }

    private record OfRole(String role, Long people) {}

    /** Whether the shifts made of a request are all cancelled, and there was one. */
    public boolean isCancelled(UUID helpRequestId) {
        List<Boolean> shifts = getEntityManager()
                .createQuery("select s.cancelled from RosterShift s where s.helpRequestId = ?1", Boolean.class)
                .setParameter(1, helpRequestId).getResultList();
        return !shifts.isEmpty() && shifts.stream().allMatch(cancelled -> cancelled);
    }

    /**
     * Whether a shift made of the request, not cancelled, has begun.
     *
     * @param asked the start that was asked for, which counts while no shift is known
     */
    public boolean hasBegun(UUID helpRequestId, Instant asked, Instant now) {
        List<RosterShift> shifts = getEntityManager()
                .createQuery("from RosterShift s where s.helpRequestId = ?1", RosterShift.class)
                .setParameter(1, helpRequestId).getResultList();
        return shifts.isEmpty()
                ? !asked.isAfter(now)
                : shifts.stream().anyMatch(shift -> !shift.isCancelled() && !shift.startsAt().isAfter(now));
    }

    Optional<RosterShift> findShift(UUID id) {
        return Optional.ofNullable(getEntityManager().find(RosterShift.class, id));
    }
}
