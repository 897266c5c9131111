package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

/** What lies on accounts now, and what was booked for something: read for many of them in one statement. */
@ApplicationScoped
public class Holdings {

    @Inject
    Session session;

    /**
     * Goods of one lot.
     *
     * @param owner of the account, or what caused the movement
     * @param quantity in the item's base unit
     */
    public record Held(UUID owner, UUID lotId, UUID itemId, BigDecimal quantity) {}

    /** What lies on the accounts of this kind now, by owner and lot. */
    public List<Held> on(Account.Kind kind, Collection<UUID> owners) {
        return session.createNativeQuery("""
                select owner, lot_id, item_id, quantity from balance
                where kind = :kind and owner = any(:owners) and quantity > 0 order by owner, lot_id""", Held.class)
                .setParameter("kind", kind.name()).setParameter("owners", owners.toArray(UUID[]::new)).getResultList();
    }

    /** What was booked for this reason, by cause and lot, wherever it is now. */
    public List<Held> booked(Movement.Reason reason, Collection<UUID> causes) {
        return session.createNativeQuery("""
                select m.cause, m.lot_id, l.item_id, m.quantity from movement m join lot l on l.id = m.lot_id
                where m.cause = any(:causes) and m.reason = :reason order by m.cause, m.lot_id""", Held.class)
                .setParameter("reason", reason.name()).setParameter("causes", causes.toArray(UUID[]::new)).getResultList();
    }
}
