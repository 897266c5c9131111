package it.milanoaiuta.foodhub.hub;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.web.NotFound;

/** The city's hubs. */
@ApplicationScoped
public class Hubs implements PanacheRepositoryBase<Hub, UUID> {

    /** All of them: a city has about ten, a page is never needed. */
    public List<Hub> all() {
        return list("order by code");
    }

    List<Hub> of(Collection<UUID> ids) {
        return list("id in ?1 order by code", ids);
    }

    /** @throws NotFound for an unknown id */
    public Hub existing(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /**
     * For changes of the hub's own rows, which wait for each other.
     *
     * @throws NotFound for an unknown id
     */
    Hub locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /** @return whether it was not there; waits for another replica that is inserting it */
    boolean insertOnce(LoadingHubs.Described hub) {
        return getSession().createNativeMutationQuery("""
                insert into hub (id, code, name, kind, address, municipio, longitude, latitude, demo)
                values (:id, :code, :name, :kind, :address, :municipio, :longitude, :latitude, :demo)
                on conflict (id) do nothing""")
                .setParameter("id", hub.id()).setParameter("code", hub.code()).setParameter("name", hub.name())
                .setParameter("kind", hub.kind().code()).setParameter("address", hub.address())
                .setParameter("municipio", hub.municipio()).setParameter("longitude", hub.longitude())
                .setParameter("latitude", hub.latitude()).setParameter("demo", hub.demo()).executeUpdate() == 1;
    }
}
