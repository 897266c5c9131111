package it.milanoaiuta.donations.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import it.milanoaiuta.platform.web.InvalidField;

@ApplicationScoped
public class Items implements PanacheRepositoryBase<Item, UUID> {

    /** @param after code of the last item seen, empty for the first page */
    List<Item> listed(String after, int limit) {
        return find("not archived and code > ?1 order by code", after).page(Page.ofSize(limit)).list();
    }

    /**
     * The items that lines of a request name, which can be asked for and given now.
     *
     * @param ids of each line, null for a line without an item
     * @throws InvalidField when one of them is unknown or archived
     */
    public Map<UUID, Item> offered(List<UUID> ids) {
        Map<UUID, Item> items = list("id in ?1 and not archived", ids.stream().filter(Objects::nonNull).toList()).stream()
                .collect(Collectors.toMap(item -> item.id, Function.identity()));
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i) != null && !items.containsKey(ids.get(i))) {
                throw new InvalidField("lines[" + i + "].itemId", "unknown-item");
            }
        }
        return items;
    }

    public Map<UUID, Item> known(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(item -> item.id, Function.identity()));
    }
}
