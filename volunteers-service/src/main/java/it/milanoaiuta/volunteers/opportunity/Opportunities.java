package it.milanoaiuta.volunteers.opportunity;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.defaults.NotFound;

/** All opportunities. */
@ApplicationScoped
public class Opportunities implements PanacheRepositoryBase<Opportunity, UUID> {

    public Opportunity get(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /** Those at the hub itself are where the hub is. */
    public void located(UUID hub, int municipio) {
        update("municipio = ?1 where owner.ownerId = ?2 and placeName is null and municipio is distinct from ?1", municipio,
                hub);
    }
}
