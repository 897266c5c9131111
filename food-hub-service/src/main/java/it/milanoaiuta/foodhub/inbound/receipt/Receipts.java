package it.milanoaiuta.foodhub.inbound.receipt;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.web.NotFound;

/** Every confirmation ever sent. */
@ApplicationScoped
public class Receipts implements PanacheRepositoryBase<Receipt, UUID> {

    /** @throws NotFound for an unknown id */
    Receipt existing(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /** A manager said what one was that had been kept. */
    void settled(UUID id) {
        update("state = ?1 where id = ?2 and state = ?3", Receipt.State.SETTLED, id, Receipt.State.TO_SETTLE);
    }

    List<Receipt> booked(UUID arrivalId) {
        return list("arrivalId = ?1 and state = ?2", arrivalId, Receipt.State.BOOKED);
    }

    /** The confirmations of each of the arrivals, oldest first. */
    public Map<UUID, List<Receipt>> ofArrivals(Collection<UUID> arrivalIds) {
        return find("arrivalId in ?1 order by recordedAt, id", arrivalIds).stream()
                .collect(Collectors.groupingBy(receipt -> receipt.arrivalId()));
    }
}
