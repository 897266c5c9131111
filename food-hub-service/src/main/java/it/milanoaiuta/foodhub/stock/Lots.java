package it.milanoaiuta.foodhub.stock;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Every lot that ever came in. */
@ApplicationScoped
public class Lots implements PanacheRepositoryBase<Lot, UUID> {

    /** The lots of these ids, by id. */
    public Map<UUID, Lot> byId(Collection<UUID> ids) {
        return find("id in ?1", ids).stream().collect(Collectors.toMap(lot -> lot.id, Function.identity()));
    }
}
