package it.milanoaiuta.volunteers.shift;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.defaults.Cursor;
import it.milanoaiuta.defaults.NotFound;
import it.milanoaiuta.volunteers.opportunity.Task;

/** All shifts. */
@ApplicationScoped
public class Shifts implements PanacheRepositoryBase<Shift, UUID> {

    /**
     * Which shifts are asked for; cumulative, null = any.
     *
     * @param from begins then or later
     * @param to begins before
     * @param free only with a free place
     */
    public record Filter(Instant from, Instant to, UUID ownerId, Integer municipio, Task task, boolean free) {}

    /** @throws NotFound when there is none */
    public Shift get(UUID id) {
        return find("from Shift s join fetch s.opportunity where s.id = ?1", id).firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    public Map<UUID, Shift> of(Collection<UUID> ids) {
        return find("from Shift s join fetch s.opportunity where s.id in ?1", ids).stream()
                .collect(Collectors.toMap(Shift::id, Function.identity()));
    }

    /** As it is now, for a change of it by its owner: locked before its places. Not to be read before without the lock. */
    public Shift locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /** Who changed a shift, when and to what times; the id is the cause of what people are told of it. */
    public void keepChange(UUID id, Shift shift, UUID person, Instant now) {
        getEntityManager().createNativeQuery("""
                insert into shift_change (id, shift_id, starts_at, ends_at, changed_by, changed_at)
                values (:id, :shift, :start, :end, :person, :now)""").setParameter("id", id).setParameter("shift", shift.id)
                .setParameter("start", shift.startsAt).setParameter("end", shift.endsAt).setParameter("person", person)
                .setParameter("now", now).executeUpdate();
    }

    /** Those at the hub itself are where the hub is. */
    public void located(UUID hub, int municipio) {
        update("municipio = ?1 where owner.ownerId = ?2 and municipio is distinct from ?1 "
                + "and opportunity.id in (select o.id from Opportunity o where o.owner.ownerId = ?2 and o.placeName is null)",
                municipio, hub);
    }

    /**
     * Open ones of public owners by start, one row more than asked. Each filter has its index that ends in
     * <code>(starts_at, id)</code>, so that a page costs the same however many shifts there are. Owner and places are looked up
     * shift by shift: for <code>exists</code> PostgreSQL may read all organisations, or all places, first.
     */
    List<Shift> open(Filter filter, Cursor after, int size) {
        StringBuilder query = new StringBuilder("""
                from Shift s join fetch s.opportunity
                where s.state = OPEN and s.startsAt >= :from
                  and (s.owner.ownerKind = HUB
                    or (select o.status = VERIFIED from Organisation o where o.id = s.owner.ownerId) = true)""");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", filter.from);
        restrict(query, parameters, " and s.startsAt < :to", "to", filter.to);
        restrict(query, parameters, " and s.owner.ownerId = :ownerId", "ownerId", filter.ownerId);
        restrict(query, parameters, " and s.municipio = :municipio", "municipio", filter.municipio);
        restrict(query, parameters, " and s.task = :task", "task", filter.task);
        if (filter.free) {
            query.append(" and (select max(r.capacity - r.taken) from ShiftRole r where r.key.shiftId = s.id) > 0");
        }
        if (after != null) {
            query.append(" and (s.startsAt, s.id) > (:start, :id)");
            parameters.put("start", after.time(0));
            parameters.put("id", after.id(1));
        }
        return find(query.append(" order by s.startsAt, s.id").toString(), parameters).range(0, size).list();
    }

    private static void restrict(StringBuilder query, Map<String, Object> parameters, String condition, String name,
            Object value) {
        if (value != null) {
            query.append(condition);
            parameters.put(name, value);
        }
    }
}
