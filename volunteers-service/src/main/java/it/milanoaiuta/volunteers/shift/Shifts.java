package it.milanoaiuta.volunteers.shift;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.volunteers.hub.HubLocated;
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

    private static final String FROZEN = """
            join Organisation o on o.id = s.owner.ownerId
            where o.status = SUSPENDED and s.startsAt > o.suspendedAt""";

    private static final String BY_START = " order by s.startsAt, s.id";

    /** @throws NotFound when there is none */
    public Shift existing(UUID id) {
        return find("from Shift s join fetch s.opportunity where s.id = ?1", id).firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    public Map<UUID, Shift> of(Collection<UUID> ids) {
        return find("from Shift s join fetch s.opportunity where s.id in ?1", ids).stream()
                .collect(Collectors.toMap(Shift::id, Function.identity()));
    }

    /** As it is now, for a change of it: locked before its places. Not to be read before without the lock. */
    public Shift locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /** Whether {@link #frozenAmong} has it. */
    public boolean isFrozen(Shift shift) {
        return !frozenAmong(Set.of(shift.id())).isEmpty();
    }

    /**
     * Those whose organisation was suspended before they began: nobody new comes and nobody is called from the waiting list,
     * but whoever is in them may leave.
     */
    public Set<UUID> frozenAmong(Collection<UUID> ids) {
        return find("select s.id from Shift s " + FROZEN + " and s.id in ?1", ids).project(UUID.class).stream()
                .collect(Collectors.toSet());
    }

    /** An owner's that are still to be held and for which somebody waits. */
    public List<Shift> ahead(UUID owner, Instant now) {
        return list("""
                from Shift s where s.owner.ownerId = ?1 and s.state = OPEN and s.startsAt > ?2
                  and exists (select 1 from ShiftRole r where r.key.shiftId = s.id and r.waiting > 0)
                order by s.startsAt, s.id""", owner, now);
    }

    /** Frozen ones that begin between, by start and id, behind a start and an id. */
    List<Shift> frozen(Instant after, Instant until, Cursor behind, int rows) {
        return find("from Shift s join fetch s.opportunity " + FROZEN
                + " and s.state = OPEN and s.startsAt > ?1 and s.startsAt <= ?2 and (s.startsAt, s.id) > (?3, ?4)" + BY_START,
                after, until, behind.time(0), behind.id(1)).page(0, rows).list();
    }

    /** A new edition, so that its ETag tells of its places too; the row is locked. */
    public void touch(Shift shift) {
        getSession().lock(shift, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Who changed a shift, when, to what times and whose; the id is the cause of what people are told of it. */
    public void keepChange(UUID id, Shift shift, UUID person, Instant now) {
        getSession().createNativeMutationQuery("""
                insert into shift_change (id, shift_id, starts_at, ends_at, owner_id, changed_by, changed_at)
                values (:id, :shift, :start, :end, :owner, :person, :now)""").setParameter("id", id)
                .setParameter("shift", shift.id()).setParameter("start", shift.start()).setParameter("end", shift.end())
                .setParameter("owner", shift.owner().ownerId()).setParameter("person", person)
                .setParameter("now", now).executeUpdate();
    }

    /** Those at the hub itself are where the hub is. */
    void located(@Observes HubLocated hub) {
        update("municipio = ?1 where owner.ownerId = ?2 and municipio is distinct from ?1 "
                + "and opportunity.id in (select o.id from Opportunity o where o.owner.ownerId = ?2 and o.placeName is null)",
                hub.municipio(), hub.hubId());
    }

    /**
     * Open ones of public owners by start and id, behind a start and an id. Each filter has its index that ends in
     * <code>(starts_at, id)</code>, so that a page costs the same however many shifts there are. Owner and places are looked up
     * shift by shift: for <code>exists</code> PostgreSQL may read all organisations, or all places, first.
     */
    List<Shift> open(Filter filter, Cursor behind, int rows) {
        StringBuilder query = new StringBuilder("""
                from Shift s join fetch s.opportunity
                where s.state = OPEN and s.startsAt >= :from and (s.startsAt, s.id) > (:start, :id)
                  and (s.owner.ownerKind = HUB
                    or (select o.status = VERIFIED from Organisation o where o.id = s.owner.ownerId) = true)""");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", filter.from);
        parameters.put("start", behind.time(0));
        parameters.put("id", behind.id(1));
        restrict(query, parameters, " and s.startsAt < :to", "to", filter.to);
        restrict(query, parameters, " and s.owner.ownerId = :ownerId", "ownerId", filter.ownerId);
        restrict(query, parameters, " and s.municipio = :municipio", "municipio", filter.municipio);
        restrict(query, parameters, " and s.task = :task", "task", filter.task);
        if (filter.free) {
            query.append(" and (select max(r.capacity - r.taken) from ShiftRole r where r.key.shiftId = s.id) > 0");
        }
        return find(query.append(BY_START).toString(), parameters).page(0, rows).list();
    }

    private static void restrict(StringBuilder query, Map<String, Object> parameters, String condition, String name,
            Object value) {
        if (value != null) {
            query.append(condition);
            parameters.put(name, value);
        }
    }
}
