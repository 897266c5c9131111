package it.milanoaiuta.foodhub.stock;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Every lot that ever came in. */
@ApplicationScoped
public class Lots implements PanacheRepositoryBase<Lot, UUID> {

    /** The lots of these ids, by id. */
    public Map<UUID, Lot> byId(Collection<UUID> ids) {
        return find("id in ?1", ids).stream().collect(Collectors.toMap(lot -> lot.id, Function.identity()));
    }

    /** Those of the lots that are, or ever were, in stock or quarantine of the hub: of all others it knows nothing. */
    public Set<UUID> everIn(UUID hubId, Collection<UUID> ids) {
        return Set.copyOf(getEntityManager().unwrap(Session.class).createNativeQuery("""
                select distinct lot_id from balance
                where kind in ('HUB', 'QUARANTINE') and owner = :hub and lot_id = any(:ids)""", UUID.class)
                .setParameter("hub", hubId).setParameter("ids", ids.toArray(UUID[]::new)).getResultList());
    }
}
