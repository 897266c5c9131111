package it.milanoaiuta.foodhub.delivery;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Every confirmation of a delivery ever sent. */
@ApplicationScoped
public class Confirmations implements PanacheRepositoryBase<Confirmation, UUID> {

    /** Confirmations with the same id wait for each other, also before there is a row to lock. */
    void lockId(UUID id) {
        getEntityManager().createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:id, 0))")
                .setParameter("id", id.toString()).getSingleResult();
    }

    /** Oldest first. */
    List<Confirmation> of(UUID deliveryId) {
        return list("deliveryId = ?1 order by recordedAt, id", deliveryId);
    }
}
