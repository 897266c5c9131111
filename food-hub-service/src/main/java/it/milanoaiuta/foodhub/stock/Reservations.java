package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import it.milanoaiuta.defaults.Ids;

/** Sets goods aside and frees them. A balance's reserved part follows by trigger and never exceeds what is there. */
@ApplicationScoped
public class Reservations {

    private static final String LOCK_HELD = """
            select b.lot_id
            from balance b join reservation r on b.kind = 'HUB' and b.owner = r.hub_id and b.lot_id = r.lot_id
            where r.holder_id = :holder and r.ended_at is null
              and (:all or r.lot_id = any(:lots) and r.donation_line_id = any(:donationLines))
            order by b.owner, b.lot_id
            for update of b""";

    private static final String END_HELD = """
            update reservation set ended_at = :now, end_reason = :reason
            where holder_id = :holder and ended_at is null
              and (:all or lot_id = any(:lots) and donation_line_id = any(:donationLines))
            returning hub_id, lot_id, quantity, holder_kind, holder_id, need_id, need_line_id, donation_line_id""";

    private static final String LIVE = """
            select hub_id, lot_id, quantity, holder_kind, holder_id, need_id, need_line_id, donation_line_id
            from reservation where holder_id = :holder and ended_at is null order by lot_id, donation_line_id""";

    /** Locks the balances as well: whoever ends these, delivery by delivery, has them all in the ledger's order. */
    private static final String LOCK_GIVEN = """
            select r.hub_id, r.lot_id, r.quantity, r.holder_kind, r.holder_id, r.need_id, r.need_line_id, r.donation_line_id
            from reservation r join balance b on b.kind = 'HUB' and b.owner = r.hub_id and b.lot_id = r.lot_id
            where r.donation_line_id = any(:donationLines) and r.ended_at is null
            order by b.owner, b.lot_id
            for update of b""";

    @Inject
    Session session;

    @Inject
    Clock clock;

    @Inject
    Event<GoodsFreed> freed;

    /** Sets aside goods that this transaction has picked or has just received. */
    @Transactional(TxType.MANDATORY)
    public void setAside(List<Reservation> reservations) {
        reservations.stream().sorted(Comparator.comparing(reservation -> reservation.lotId().toString())).forEach(this::insert);
    }

    private void insert(Reservation reservation) {
        session.createNativeMutationQuery("""
                insert into reservation (id, hub_id, lot_id, quantity, holder_kind, holder_id, need_id, need_line_id,
                  donation_line_id, created_at)
                values (:id, :hub, :lot, :quantity, :holderKind, :holder, :need, :needLine, :donationLine, :now)""")
                .setParameter("id", Ids.next()).setParameter("hub", reservation.hubId())
                .setParameter("lot", reservation.lotId())
                .setParameter("quantity", reservation.quantity()).setParameter("holderKind", reservation.holder().name())
                .setParameter("holder", reservation.holderId()).setParameter("need", reservation.needId(), UUID.class)
                .setParameter("needLine", reservation.needLineId(), UUID.class)
                .setParameter("donationLine", reservation.donationLineId(), UUID.class).setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** What is set aside for a transfer or delivery now. */
    public List<Reservation> of(UUID holderId) {
        return session.createNativeQuery(LIVE, Tuple.class).setParameter("holder", holderId).getResultList().stream()
                .map(Reservations::reservation).toList();
    }

    /** What is set aside now by these donation lines, locked until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public List<Reservation> lockedGivenBy(Collection<UUID> donationLineIds) {
        return session.createNativeQuery(LOCK_GIVEN, Tuple.class)
                .setParameter("donationLines", donationLineIds.toArray(UUID[]::new)).getResultList().stream()
                .map(Reservations::reservation).toList();
    }

    /**
     * Ends everything set aside for a transfer or delivery; goods {@link Reservation.End#USED} are then to be moved with
     * {@link Ledger#move} in the same transaction.
     *
     * @return what was set aside until now; empty when it had ended before
     */
    @Transactional(TxType.MANDATORY)
    public List<Reservation> end(UUID holderId, Reservation.End reason) {
        return end(holderId, true, Set.of(), Set.of(), reason);
    }

    /** {@link #end(UUID, Reservation.End)} only for goods of these lots given by these donation lines. */
    @Transactional(TxType.MANDATORY)
    public List<Reservation> end(UUID holderId, Collection<UUID> lotIds, Collection<UUID> donationLineIds,
            Reservation.End reason) {
        return end(holderId, false, lotIds, donationLineIds, reason);
    }

    private List<Reservation> end(UUID holderId, boolean all, Collection<UUID> lotIds, Collection<UUID> donationLineIds,
            Reservation.End reason) {
        UUID[] lots = lotIds.toArray(UUID[]::new);
        UUID[] donationLines = donationLineIds.toArray(UUID[]::new);
        session.createNativeQuery(LOCK_HELD, UUID.class).setParameter("holder", holderId).setParameter("all", all)
                .setParameter("lots", lots).setParameter("donationLines", donationLines).getResultList();
        List<Reservation> ended = session.createNativeQuery(END_HELD, Tuple.class).setParameter("holder", holderId)
                .setParameter("all", all)
                .setParameter("lots", lots).setParameter("donationLines", donationLines).setParameter("now", clock.instant())
                .setParameter("reason", reason.name()).getResultList().stream().map(Reservations::reservation).toList();
        if (reason == Reservation.End.RELEASED && !ended.isEmpty()) {
            freed.fire(GoodsFreed.of(ended));
        }
        return ended;
    }

    private static Reservation reservation(Tuple row) {
        return new Reservation(row.get("hub_id", UUID.class), row.get("lot_id", UUID.class),
                row.get("quantity", BigDecimal.class), Reservation.Holder.valueOf(row.get("holder_kind", String.class)),
                row.get("holder_id", UUID.class), row.get("need_id", UUID.class), row.get("need_line_id", UUID.class),
                row.get("donation_line_id", UUID.class));
    }
}
