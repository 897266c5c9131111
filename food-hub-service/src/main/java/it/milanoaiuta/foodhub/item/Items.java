package it.milanoaiuta.foodhub.item;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The items we know. */
@ApplicationScoped
public class Items implements PanacheRepositoryBase<Item, UUID> {

    /** Those of the ids that are known, by id. */
    public Map<UUID, Item> byId(Collection<UUID> ids) {
        return find("from Item i left join fetch i.conversions where i.id in ?1", ids).stream().distinct()
                .collect(Collectors.toMap(item -> item.id, Function.identity()));
    }
}
