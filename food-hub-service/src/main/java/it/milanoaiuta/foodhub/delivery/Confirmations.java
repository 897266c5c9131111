package it.milanoaiuta.foodhub.delivery;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Every confirmation of a delivery ever sent. */
@ApplicationScoped
public class Confirmations implements PanacheRepositoryBase<Confirmation, UUID> {

    /** Oldest first. */
    List<Confirmation> of(UUID deliveryId) {
        return list("deliveryId = ?1 order by recordedAt, id", deliveryId);
    }
}
