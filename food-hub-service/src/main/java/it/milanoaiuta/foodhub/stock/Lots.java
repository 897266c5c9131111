package it.milanoaiuta.foodhub.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.web.SpokenCode;

/** Every lot that ever came in. */
@ApplicationScoped
public class Lots implements PanacheRepositoryBase<Lot, UUID> {

    /**
     * A printed code as this item's lots have it already: one code typed in several ways is one, to who reads it and to who recalls
     * it.
     *
     * @param code as it was typed, null for none
     * @return as it is kept; null when there is none
     */
    public String spelled(UUID itemId, String code) {
        if (SpokenCode.compact(code).isEmpty()) {
            return null;
        }
        return getSession().createNativeQuery("""
                select code from lot where item_id = ?1 and code_key = lot_code_key(?2) order by id limit 1
                """, String.class).setFlushMode(FlushModeType.COMMIT).setParameter(1, itemId).setParameter(2, code)
                .getResultStream().findFirst().orElse(code);
    }

    /** The lots of these ids, by id. */
    public Map<UUID, Lot> byId(Collection<UUID> ids) {
        return find("id in ?1", ids).stream().collect(Collectors.toMap(lot -> lot.id(), Function.identity()));
    }

    /** The lots that came in by an arrival. */
    public List<UUID> ofArrival(UUID arrivalId) {
        return find("select id from Lot where arrivalId = ?1", arrivalId).project(UUID.class).list();
    }

    /** Those of the lots that are, or ever were, in stock or quarantine of the hub: of all others it knows nothing. */
    public Set<UUID> everIn(UUID hubId, Collection<UUID> ids) {
        return Set.copyOf(getSession().createNativeQuery("""
                select distinct lot_id from balance
                where kind in ('HUB', 'QUARANTINE') and owner = :hub and lot_id = any(:ids)""", UUID.class)
                .setParameter("hub", hubId).setParameter("ids", ids.toArray(UUID[]::new)).getResultList());
    }
}
