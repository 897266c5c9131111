package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import it.milanoaiuta.platform.web.Ids;

/** Sets goods aside and frees them. A balance's reserved part follows by trigger and never exceeds what is there. */
@ApplicationScoped
public class Reservations {

    /** In the ledger's order of lots: its trigger locks their balances one by one. */
    private static final String SET_ASIDE = """
            insert into reservation (id, hub_id, lot_id, quantity, holder_kind, holder_id, need_id, need_line_id,
              donation_line_id, created_at)
            select id, hub_id, lot_id, quantity, holder_kind, holder_id, need_id, need_line_id, donation_line_id, :now
            from unnest(cast(:ids as uuid[]), cast(:hubs as uuid[]), cast(:lots as uuid[]), cast(:quantities as numeric[]),
              cast(:holderKinds as text[]), cast(:holders as uuid[]), cast(:needs as uuid[]), cast(:needLines as uuid[]),
              cast(:donationLines as uuid[])) as aside(id, hub_id, lot_id, quantity, holder_kind, holder_id, need_id,
              need_line_id, donation_line_id)
            order by hub_id, lot_id""";

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

    private static final String FOR_NEED = """
            select hub_id, lot_id, quantity, holder_kind, holder_id, need_id, need_line_id, donation_line_id
            from reservation
            where need_id = :need and holder_kind = 'DELIVERY' and ended_at is null and donation_line_id is not null
            order by created_at desc, id desc""";

    private static final String EVER = """
            select hub_id, lot_id, quantity, holder_kind, holder_id, need_id, need_line_id, donation_line_id
            from reservation where holder_id = :holder order by id""";

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
        if (reservations.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery(SET_ASIDE).setParameter("now", clock.instant())
                .setParameter("ids", reservations.stream().map(reservation -> Ids.next()).toArray(UUID[]::new))
                .setParameter("hubs", each(reservations, Reservation::hubId, UUID[]::new))
                .setParameter("lots", each(reservations, Reservation::lotId, UUID[]::new))
                .setParameter("quantities", each(reservations, Reservation::quantity, BigDecimal[]::new))
                .setParameter("holderKinds", each(reservations, reservation -> reservation.holder().name(), String[]::new))
                .setParameter("holders", each(reservations, Reservation::holderId, UUID[]::new))
                .setParameter("needs", each(reservations, Reservation::needId, UUID[]::new))
                .setParameter("needLines", each(reservations, Reservation::needLineId, UUID[]::new))
                .setParameter("donationLines", each(reservations, Reservation::donationLineId, UUID[]::new)).executeUpdate();
    }

    private static <T> T[] each(List<Reservation> reservations, Function<Reservation, T> column, IntFunction<T[]> array) {
        return reservations.stream().map(column).toArray(array);
    }

    /** What is set aside for a transfer or delivery now. */
    public List<Reservation> of(UUID holderId) {
        return session.createNativeQuery(LIVE, Row.class).setParameter("holder", holderId).getResultList().stream()
                .map(Row::reservation).toList();
    }

    /** What is set aside for a need by donation lines now, the newest first. */
    public List<Reservation> forNeed(UUID needId) {
        return session.createNativeQuery(FOR_NEED, Row.class).setParameter("need", needId).getResultList().stream()
                .map(Row::reservation).toList();
    }

    /** The deliveries whose goods are set aside for the need and not loaded yet. */
    public List<UUID> deliveriesFor(UUID needId) {
        return session.createNativeQuery("""
                select distinct holder_id from reservation
                where need_id = :need and holder_kind = 'DELIVERY' and ended_at is null
                order by holder_id""", UUID.class).setParameter("need", needId).getResultList();
    }

    /** By need line, how much is set aside for it at all hubs, in the item's base unit; none for nothing. */
    public Map<UUID, BigDecimal> forNeedLines(Collection<UUID> needLineIds) {
        return session.createNativeQuery("""
                select need_line_id, sum(quantity) as quantity from reservation
                where need_line_id = any(:lines) and ended_at is null group by need_line_id""", OfLine.class)
                .setParameter("lines", needLineIds.toArray(UUID[]::new)).getResultList().stream()
                .collect(Collectors.toMap(OfLine::needLineId, OfLine::quantity));
    }

    private record OfLine(UUID needLineId, BigDecimal quantity) {}

    /** What was ever set aside for a transfer or delivery, still or no more. */
    public List<Reservation> ever(UUID holderId) {
        return session.createNativeQuery(EVER, Row.class).setParameter("holder", holderId).getResultList().stream()
                .map(Row::reservation).toList();
    }

    /** What is set aside now by these donation lines, locked until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public List<Reservation> lockedGivenBy(Collection<UUID> donationLineIds) {
        return session.createNativeQuery(LOCK_GIVEN, Row.class)
                .setParameter("donationLines", donationLineIds.toArray(UUID[]::new)).getResultList().stream()
                .map(Row::reservation).toList();
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
        List<Reservation> ended = session.createNativeQuery(END_HELD, Row.class).setParameter("holder", holderId)
                .setParameter("all", all)
                .setParameter("lots", lots).setParameter("donationLines", donationLines).setParameter("now", clock.instant())
                .setParameter("reason", reason.name()).getResultList().stream().map(Row::reservation).toList();
        if (reason == Reservation.End.RELEASED && !ended.isEmpty()) {
            freed.fire(GoodsFreed.of(ended));
        }
        return ended;
    }

    private record Row(UUID hubId, UUID lotId, BigDecimal quantity, String holderKind, UUID holderId, UUID needId,
            UUID needLineId, UUID donationLineId) {

        private Reservation reservation() {
            return new Reservation(hubId, lotId, quantity, Reservation.Holder.valueOf(holderKind), holderId, needId, needLineId,
                    donationLineId);
        }
    }
}
