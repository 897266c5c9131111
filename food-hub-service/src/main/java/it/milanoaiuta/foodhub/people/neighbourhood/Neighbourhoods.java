package it.milanoaiuta.foodhub.people.neighbourhood;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import it.milanoaiuta.platform.web.Cursor;

@ApplicationScoped
public class Neighbourhoods implements PanacheRepositoryBase<Neighbourhood, UUID> {

    /**
     * A page by name.
     *
     * @param municipio null for the whole city
     */
    public List<Neighbourhood> byName(Integer municipio, Cursor from, int rows) {
        return find("(?1 is null or municipio = ?1) and name > ?2", Sort.by("name"), municipio, from.values().get(0))
                .page(0, rows).list();
    }

    /** Writes it unless it is there of this edition or a newer one; two replicas at the same time write it once. */
    public void put(Neighbourhood n) {
        getSession().createNativeMutationQuery("""
                insert into neighbourhood as n (id, name, municipio, longitude, latitude, edition)
                values (?1, ?2, ?3, ?4, ?5, ?6)
                on conflict (id) do update set municipio = excluded.municipio, longitude = excluded.longitude,
                  latitude = excluded.latitude, edition = excluded.edition
                where n.edition < excluded.edition""").setParameter(1, n.id()).setParameter(2, n.name())
                .setParameter(3, n.municipio())
                .setParameter(4, n.longitude()).setParameter(5, n.latitude()).setParameter(6, n.edition()).executeUpdate();
    }
}
