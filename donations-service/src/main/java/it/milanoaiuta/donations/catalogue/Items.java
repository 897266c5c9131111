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
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.NotFound;

@ApplicationScoped
public class Items implements PanacheRepositoryBase<Item, UUID> {

    /**
     * By code.
     *
     * @param from code
     */
    List<Item> listed(Cursor from, int rows) {
        return find("not archived and code > ?1 order by code", from.at(0, Items::code)).page(Page.ofSize(rows)).list();
    }

    /** PostgreSQL refuses some characters that a forged cursor may hold. */
    private static String code(String value) {
        if (!value.matches("[A-Z0-9_]*")) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }

    /** @throws NotFound */
    Item existing(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /**
     * The items that lines of a request name, which can be asked for and given now.
     *
     * @param ids of each line, null for a line without an item
     * @throws InvalidField when one of them is unknown or archived
     */
    public Map<UUID, Item> offered(List<UUID> ids) {
        Map<UUID, Item> items = list("id in ?1 and not archived", ids.stream().filter(Objects::nonNull).toList()).stream()
                .collect(Collectors.toMap(Item::id, Function.identity()));
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i) != null && !items.containsKey(ids.get(i))) {
                throw new InvalidField("lines[" + i + "].itemId", "unknown-item");
            }
        }
        return items;
    }

    public Map<UUID, Item> known(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Item::id, Function.identity()));
    }
}
