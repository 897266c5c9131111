package it.milanoaiuta.donations.need;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.donations.owner.Owner;
import it.milanoaiuta.donations.owner.OwnerKind;
import it.milanoaiuta.platform.events.Event;

/**
 * The coverage of need lines. Who changes more than a promise takes locks in this order, and so never waits in a circle:
 * donations by id, needs by id, need lines by id.
 */
@ApplicationScoped
public class NeedLines {

    @Inject
    Session database;

    @Inject
    Needs needs;

    /**
     * What a line asks for.
     *
     * @param isOpen everybody sees its need, and it may be promised to
     * @param wasOpen everybody saw it once
     */
    public record Asked(UUID id, UUID needId, UUID itemId, Service service, Unit unit, Owner owner, BigDecimal lacking,
            boolean isOpen, boolean wasOpen) {}

    private record AskedRow(UUID id, UUID needId, UUID itemId, String service, String unit, String ownerKind, UUID ownerId,
            BigDecimal lacking, boolean isOpen, boolean wasOpen) {

        private Asked asked() {
            return new Asked(id, needId, itemId, service == null ? null : Service.valueOf(service), Unit.valueOf(unit),
                    new Owner(OwnerKind.valueOf(ownerKind), ownerId), lacking, isOpen, wasOpen);
        }
    }

    public Map<UUID, Asked> asked(Collection<UUID> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        return rows("""
                select l.id as id, l.need_id as need, l.item_id as item, l.service as service, l.unit as unit,
                       n.owner_kind as kind, n.owner_id as owner,
                       l.requested - l.promised - l.in_transit - l.received as lacking,
                       o.id is not null as open,
                       o.id is not null
                         or n.fresh_until is not null and (n.state <> 'PUBLISHED' or n.fresh_until <= now()) as was_open
                from need_line l join need n on n.id = l.need_id left join open_need o on o.id = n.id
                where l.id in (:lines)
                """, AskedRow.class, lines).map(AskedRow::asked).collect(Collectors.toMap(Asked::id, Function.identity()));
    }

    /** The need of each line. */
    public Map<UUID, UUID> needsOf(Collection<UUID> lines) {
        return lines.isEmpty()
                ? Map.of()
                : rows("select id, need_id from need_line where id in (:lines)", OfNeed.class, lines)
                        .collect(Collectors.toMap(OfNeed::id, OfNeed::needId));
    }

    private record OfNeed(UUID id, UUID needId) {}

    /**
     * Promises so much to a line if it lacks so much, in one statement: of any number at once none promises more than is
     * asked (ADR 004). Several lines of one transaction are promised in the order of their ids.
     *
     * @return false when it lacks less, or is not open
     */
    public boolean promise(UUID line, BigDecimal quantity) {
        return database.createNativeMutationQuery("""
                update need_line l set promised = l.promised + :quantity
                from open_need o
                where l.id = :line and o.id = l.need_id and not l.ended
                  and l.promised + l.in_transit + l.received + :quantity <= l.requested
                """).setParameter("line", line).setParameter("quantity", quantity).executeUpdate() == 1;
    }

    /** Locks the lines and, before them, their needs. */
    public Map<UUID, LockedLine> lock(Collection<UUID> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        database.createNativeQuery("""
                select id from need where id in (select need_id from need_line where id in (:lines))
                order by id for no key update
                """, UUID.class).setParameter("lines", lines).getResultList();
        return rows("""
                select id, need_id, requested, promised, in_transit, received from need_line
                where id in (:lines) order by id for no key update
                """, LineRow.class, lines).map(LineRow::locked).collect(Collectors.toMap(LockedLine::id, Function.identity()));
    }

    private record LineRow(UUID id, UUID needId, BigDecimal requested, BigDecimal promised, BigDecimal inTransit,
            BigDecimal received) {

        private LockedLine locked() {
            return new LockedLine(id, needId, requested, new Share(promised, inTransit, received));
        }
    }

    /**
     * Writes how far locked lines are covered now.
     *
     * @return what is to be told of their needs: fulfilled, or open again
     */
    public List<Event> write(Collection<LockedLine> lines) {
        lines.forEach(line -> database.createNativeMutationQuery("""
                update need_line
                set promised = :promised, in_transit = :inTransit, received = :received, recount_due = false
                where id = :id and (promised, in_transit, received, recount_due)
                  is distinct from (cast(:promised as numeric), cast(:inTransit as numeric), cast(:received as numeric), false)
                """).setParameter("promised", line.covered().promised()).setParameter("inTransit", line.covered().inTransit())
                .setParameter("received", line.covered().received()).setParameter("id", line.id()).executeUpdate());
        return needs.fulfilOrReopen(lines.stream().map(LockedLine::needId).collect(Collectors.toSet()));
    }

    /** Nothing more may be promised to the lines of this need; the caller holds its lock. */
    void end(UUID need) {
        database.createNativeMutationQuery("""
                update need_line l set ended = true
                from (select id from need_line where need_id = :need order by id for no key update) locked
                where l.id = locked.id
                """).setParameter("need", need).executeUpdate();
    }

    private <T> Stream<T> rows(String sql, Class<T> row, Collection<UUID> lines) {
        return database.createNativeQuery(sql, row).setParameter("lines", lines).getResultList().stream();
    }
}
