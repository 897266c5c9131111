package it.milanoaiuta.volunteers.shift;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

    /** For its cancelling: locked before its places. */
    public Shift locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /** Those at the hub itself are where the hub is. */
    public void located(UUID hub, int municipio) {
        update("municipio = ?1 where owner.ownerId = ?2 and municipio is distinct from ?1 "
                + "and opportunity.id in (select o.id from Opportunity o where o.owner.ownerId = ?2 and o.placeName is null)",
                municipio, hub);
    }

    /**
     * Open ones of public owners by start, one row more than asked. Each filter has its index that ends in
     * <code>(starts_at, id)</code>, so that a page costs the same however many shifts there have been.
     */
    List<Shift> open(Filter filter, Cursor after, int size) {
        StringBuilder query = new StringBuilder("""
                from Shift s join fetch s.opportunity
                where s.state = OPEN and s.startsAt >= :from
                  and (s.owner.ownerKind = HUB
                    or exists (select 1 from Organisation o where o.id = s.owner.ownerId and o.status = VERIFIED))""");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", filter.from);
        restrict(query, parameters, " and s.startsAt < :to", "to", filter.to);
        restrict(query, parameters, " and s.owner.ownerId = :ownerId", "ownerId", filter.ownerId);
        restrict(query, parameters, " and s.municipio = :municipio", "municipio", filter.municipio);
        restrict(query, parameters, " and s.task = :task", "task", filter.task);
        if (filter.free) {
            query.append(" and exists (select 1 from ShiftRole r where r.key.shiftId = s.id and r.taken < r.capacity)");
        }
        if (after != null) {
            query.append(" and (s.startsAt, s.id) > (:start, :id)");
            parameters.put("start", after.at(0, Instant::parse));
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
