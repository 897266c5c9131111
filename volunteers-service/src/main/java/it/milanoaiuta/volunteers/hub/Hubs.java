package it.milanoaiuta.volunteers.hub;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The hubs heard of. */
@ApplicationScoped
public class Hubs implements PanacheRepositoryBase<Hub, UUID> {

    /** The Municipio it stands in; empty until it is heard of. */
    public Optional<Integer> findMunicipio(UUID id) {
        return findByIdOptional(id).map(Hub::municipio);
    }

    public void heard(UUID id, int municipio) {
        Hub hub = findByIdOptional(id).orElseGet(() -> Hub.heardOf(id));
        hub.standsIn(municipio);
        persist(hub);
    }
}
