package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import it.milanoaiuta.foodhub.copies.need.Needs;
import it.milanoaiuta.foodhub.copies.organisation.Organisations;
import it.milanoaiuta.foodhub.people.household.OpenDeliveries;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;

@ApplicationScoped
public class Deliveries implements PanacheRepositoryBase<Delivery, UUID>, OpenDeliveries {

    @Inject
    Needs needs;

    @Inject
    Organisations organisations;

    /** @throws NotFound for an unknown id */
    Delivery existing(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /**
     * One that is about to change. Its need is locked first, as receipts do: they lock goods before the delivery the goods
     * join.
     *
     * @throws NotFound for an unknown id
     */
    Delivery locked(UUID id) {
        Delivery delivery = existing(id);
        if (delivery.needId() != null) {
            needs.locked(List.of(delivery.needId()));
        }
        getEntityManager().refresh(delivery, LockModeType.PESSIMISTIC_WRITE);
        return delivery;
    }

    /** The delivery that is planned for a need from a hub, locked; the need is locked by the caller. */
    Optional<Delivery> plannedForNeed(UUID hubId, UUID needId) {
        return find("hubId = ?1 and needId = ?2 and state = ?3", hubId, needId, DeliveryState.PLANNED)
                .withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Those of the deliveries that are planned and may not leave: they are for a suspended organisation's need. */
    Set<UUID> stoppedAmong(Collection<Delivery> some) {
        List<Delivery> planned = some.stream()
                .filter(delivery -> delivery.state() == DeliveryState.PLANNED && delivery.needId() != null).toList();
        if (planned.isEmpty()) {
            return Set.of();
        }
        Map<UUID, UUID> owners = needs.organisationsOf(planned.stream().map(delivery -> delivery.needId()).toList());
        Set<UUID> suspended = organisations.suspendedAmong(owners.values());
        return planned.stream().filter(delivery -> suspended.contains(owners.get(delivery.needId())))
                .map(delivery -> delivery.id()).collect(Collectors.toSet());
    }

    /** By need line, what is on the road to it or was delivered, in the item's base unit; none for nothing. */
    Map<UUID, BigDecimal> broughtTo(Collection<UUID> needLineIds) {
        return getSession().createNativeQuery("""
                select g.need_line_id, sum(case when d.state = 'LOADED' or d.state in ('PARTIAL', 'FAILED') and d.returned_at is null
                  then g.quantity else coalesce(g.delivered, 0) end) as quantity
                from delivery_line g join delivery d on d.id = g.delivery_id
                where g.need_line_id = any(:lines) group by g.need_line_id""", OfLine.class)
                .setParameter("lines", needLineIds.toArray(UUID[]::new)).getResultList().stream()
                .collect(Collectors.toMap(OfLine::needLineId, OfLine::quantity));
    }

    private record OfLine(UUID needLineId, BigDecimal quantity) {}

    /** What became of the last one before this to the same household, or from this hub for the same need. */
    Optional<Outcome> lastOutcomeBefore(Delivery delivery) {
        return find("hubId = ?1 and (householdId = ?2 or needId = ?3) and outcome is not null and id <> ?4"
                + " and confirmedAt <= ?5 order by confirmedAt desc, id desc", delivery.hubId(), delivery.householdId(),
                delivery.needId(), delivery.id(), delivery.confirmedAt()).page(0, 1).firstResultOptional()
                .map(last -> last.outcome());
    }

    /** A page of a hub's deliveries of a day, by id. */
    List<Delivery> ofDay(UUID hubId, LocalDate day, Cursor from, int rows) {
        return find("hubId = ?1 and plannedFor = ?2 and id > ?3", Sort.by("id"), hubId, day, from.id(0)).page(0, rows).list();
    }

    /**
     * A page of what a person is to bring, or brought since a day, by day: what is assigned to her and she still carries.
     *
     * @param managed the hubs she manages
     */
    List<Delivery> ofCarrier(UUID subject, Collection<UUID> managed, LocalDate since, Cursor from, int rows) {
        return getSession().createNativeQuery("""
                select d.* from delivery d join delivery_assignee a on a.delivery_id = d.id
                where a.subject = :subject and d.planned_for >= :since and (d.planned_for, d.id) > (:day, :after)
                  and (d.hub_id = any(:managed) or exists (select from roster_day r
                    where r.subject = a.subject and r.hub_id = d.hub_id and r.day = d.planned_for))
                order by d.planned_for, d.id limit :rows""", Delivery.class).setParameter("subject", subject)
                .setParameter("since", since).setParameter("day", from.day(0)).setParameter("after", from.id(1))
                .setParameter("managed", managed.toArray(UUID[]::new)).setParameter("rows", rows).getResultList();
    }

    /** Those of a hub that are still to be brought, or are on their way back, by somebody of these who is not on its roster. */
    List<UUID> withoutCarrier(UUID hubId, Collection<UUID> subjects) {
        return getSession().createNativeQuery("""
                select distinct d.id from delivery d join delivery_assignee a on a.delivery_id = d.id
                where d.hub_id = :hub and a.subject = any(:subjects)
                  and (d.state in ('PLANNED', 'LOADED') or d.state in ('FAILED', 'PARTIAL') and d.returned_at is null)
                  and not exists (select from roster_day r
                    where r.subject = a.subject and r.hub_id = d.hub_id and r.day = d.planned_for)
                order by d.id""", UUID.class).setParameter("hub", hubId)
                .setParameter("subjects", subjects.toArray(UUID[]::new)).getResultList();
    }

    @Override
    public boolean isAnyOpen(UUID hubId, UUID householdId) {
        return count("hubId = ?1 and householdId = ?2 and (state in ?3 or state in ?4 and returnedAt is null)", hubId,
                householdId, DeliveryState.BEFORE_THE_DOOR, DeliveryState.WITH_GOODS_LEFT) > 0;
    }
}
