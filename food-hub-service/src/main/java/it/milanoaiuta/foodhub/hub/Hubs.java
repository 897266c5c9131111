package it.milanoaiuta.foodhub.hub;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.defaults.NotFound;

/** The city's hubs. */
@ApplicationScoped
public class Hubs implements PanacheRepositoryBase<Hub, UUID> {

    /** All of them: a city has about ten, a page is never needed. */
    public List<Hub> all() {
        return find("from Hub h left join fetch h.opening left join fetch h.capacityKg order by h.code").stream().distinct()
                .toList();
    }

    /** @throws NotFound for an unknown id */
    public Hub existing(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }
}
