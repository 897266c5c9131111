package it.milanoaiuta.foodhub.copies.item;

import java.math.BigDecimal;
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
                .collect(Collectors.toMap(item -> item.id(), Function.identity()));
    }

    /** The item, as a stub with this data where nobody told us of it yet; two at once make one. */
    public Item known(UUID id, Unit unit, StorageClass storageClass, BigDecimal kgPerUnit) {
        getSession().createNativeMutationQuery("""
                insert into item (id, code, category, unit, storage_class, kg_per_unit, date_kind, listed, food)
                values (:id, :code, 'FOOD', :unit, :storageClass, :kg, 'NONE', false, true)
                on conflict (id) do nothing""")
                .setParameter("id", id).setParameter("code", id.toString()).setParameter("unit", unit.name())
                .setParameter("storageClass", storageClass.name()).setParameter("kg", kgPerUnit).executeUpdate();
        return findById(id);
    }
}
