package it.milanoaiuta.donations.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;
import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Outbox;

/** Brings the reference file into the catalogue and tells the others what is new or different. */
@ApplicationScoped
public class ListingItems {

    @Inject
    Session database;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Transactional
    void atStart(@Observes StartupEvent start) {
        load(Catalogue.read(json));
    }

    /**
     * Safe to repeat and with any number of replicas at once: of the same edition the first one writes an item and tells of
     * it, the others find it written.
     */
    @Transactional
    public void load(Catalogue catalogue) {
        // By id, so that two replicas never wait for each other in a circle.
        List<Event> told = catalogue.items().stream().map(Item::listed).sorted(Comparator.comparing(Item::id))
                .flatMap(item -> write(item, catalogue.edition()).stream()).toList();
        outbox.append(told);
    }

    /** One statement decides and writes: it waits for whoever is writing the same item and then compares with what she wrote. */
    private Optional<Event> write(Item item, int edition) {
        return database.createNativeQuery("""
                insert into item (id, code, category, name, unit, kg_per_unit, storage_class, date_kind, shelf_days, margin_days,
                                  conversions, food, archived, edition)
                values (:id, :code, :category, cast(:name as jsonb), :unit, :kgPerUnit, :storageClass, :dateKind, :shelfDays,
                        :marginDays, cast(:conversions as jsonb), :food, :archived, :edition)
                on conflict (id) do update
                set code = excluded.code, category = excluded.category, name = excluded.name, unit = excluded.unit,
                    kg_per_unit = excluded.kg_per_unit, storage_class = excluded.storage_class,
                    date_kind = excluded.date_kind, shelf_days = excluded.shelf_days, margin_days = excluded.margin_days,
                    conversions = excluded.conversions, food = excluded.food, archived = excluded.archived,
                    edition = excluded.edition
                where item.edition < excluded.edition
                  and (item.code, item.category, item.name, item.unit, item.kg_per_unit, item.storage_class, item.date_kind,
                       item.shelf_days, item.margin_days, item.conversions, item.food, item.archived)
                    is distinct from
                      (excluded.code, excluded.category, excluded.name, excluded.unit, excluded.kg_per_unit,
                       excluded.storage_class, excluded.date_kind, excluded.shelf_days, excluded.margin_days,
                       excluded.conversions, excluded.food, excluded.archived)
                returning old.id is null
                """, Boolean.class)
                .setParameter("id", item.id()).setParameter("code", item.code())
                .setParameter("category", item.category().code()).setParameter("name", text(item.name()))
                .setParameter("unit", item.unit().name()).setParameter("kgPerUnit", item.kgPerUnit())
                .setParameter("storageClass", item.storageClass().name()).setParameter("dateKind", item.dateKind().name())
                .setParameter("shelfDays", item.shelfDays(), Integer.class).setParameter("marginDays", item.marginDays())
                .setParameter("conversions", text(item.conversions())).setParameter("food", item.isFood())
                .setParameter("archived", item.isArchived())
                .setParameter("edition", edition).getResultStream().findFirst()
                .map(isNew -> event(item, isNew));
    }

    private static Event event(Item item, boolean isNew) {
        if (item.isArchived()) {
            return new ItemArchived(item.id());
        }
        return isNew ? new ItemListed(ItemFacts.of(item)) : new ItemChanged(ItemFacts.of(item));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
