package it.milanoaiuta.foodhub.outbound.delivery;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Every confirmation of a delivery ever sent. */
@ApplicationScoped
public class Confirmations implements PanacheRepositoryBase<Confirmation, UUID> {

    /** A manager said what one was that had been kept; the rest of it is never changed. */
    void settled(UUID id) {
        getSession()
                .createNativeMutationQuery("update confirmation set state = 'SETTLED' where id = :id and state = 'TO_SETTLE'")
                .setParameter("id", id).executeUpdate();
    }

    /** Oldest first. */
    List<Confirmation> of(UUID deliveryId) {
        return list("deliveryId = ?1 order by recordedAt, id", deliveryId);
    }
}
