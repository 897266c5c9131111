package it.milanoaiuta.foodhub.copies.need;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The needs we have heard of. */
@ApplicationScoped
public class Needs implements PanacheRepositoryBase<Need, UUID> {

    /**
     * Locks the needs in the order of their ids, unknown ones as stubs: goods are never set aside for a need that is ending at
     * the same moment.
     */
    public Map<UUID, Need> locked(Collection<UUID> ids) {
        List<UUID> sorted = ids.stream().distinct().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
        sorted.forEach(this::insertStub);
        return sorted.stream().map(id -> findById(id, LockModeType.PESSIMISTIC_WRITE))
                .collect(Collectors.toMap(need -> need.id, Function.identity()));
    }

    private void insertStub(UUID id) {
        getEntityManager().createNativeQuery("insert into need (id, state) values (:id, 'OPEN') on conflict do nothing")
                .setParameter("id", id).executeUpdate();
    }

    /** Goods set aside for a planned delivery by a donation line. */
    record SetAside(UUID hubId, UUID deliveryId, UUID needLineId, UUID donationLineId, UUID itemId, UUID lotId,
            BigDecimal quantity) {

        NeedDeliveries.Line line(BigDecimal part) {
            return new NeedDeliveries.Line(needLineId, donationLineId, itemId, lotId, part);
        }
    }

    /** What is set aside for the need, the newest first. */
    @SuppressWarnings("unchecked")
    List<SetAside> setAside(UUID needId) {
        List<Tuple> rows = getEntityManager().createNativeQuery("""
                select r.hub_id, r.holder_id, r.need_line_id, r.donation_line_id, lot.item_id, r.lot_id, r.quantity
                from reservation r join lot on lot.id = r.lot_id
                where r.need_id = :need and r.holder_kind = 'DELIVERY' and r.ended_at is null
                  and r.donation_line_id is not null
                order by r.created_at desc, r.id desc""", Tuple.class).setParameter("need", needId).getResultList();
        return rows.stream().map(row -> new SetAside(row.get("hub_id", UUID.class), row.get("holder_id", UUID.class),
                row.get("need_line_id", UUID.class), row.get("donation_line_id", UUID.class), row.get("item_id", UUID.class),
                row.get("lot_id", UUID.class), row.get("quantity", BigDecimal.class))).toList();
    }

    /** Deliveries whose goods are set aside for the need and not loaded yet. */
    @SuppressWarnings("unchecked")
    List<UUID> plannedDeliveries(UUID needId) {
        return getEntityManager().createNativeQuery("""
                select distinct holder_id from reservation
                where need_id = :need and holder_kind = 'DELIVERY' and ended_at is null
                order by holder_id""", UUID.class).setParameter("need", needId).getResultList();
    }
}
