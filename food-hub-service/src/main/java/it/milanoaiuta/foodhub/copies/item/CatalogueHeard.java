package it.milanoaiuta.foodhub.copies.item;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Hearing;

/** Keeps our copy of the catalogue. */
@ApplicationScoped
public class CatalogueHeard implements Hearing {

    @Inject
    Items items;

    record Listed(UUID itemId, String code, String category, Unit unit, StorageClass storageClass, BigDecimal kgPerUnit,
            Integer shelfDays, int marginDays, DateKind dateKind, List<Convertible> conversions, Boolean food) {

        /** Events from before it was told say so by their category alone. */
        boolean isFood() {
            return food == null ? "FOOD".equals(category) : food;
        }
    }

    record Convertible(Unit unit, BigDecimal factor, boolean nominal) {}

    record Archived(UUID itemId) {}

    @Override
    public String topic() {
        return "donations.catalogue";
    }

    @Override
    public void register(Handlers on) {
        on.event("ItemListed.v1", Listed.class, (event, heard) -> copy(event))
                .event("ItemChanged.v1", Listed.class, (event, heard) -> copy(event))
                .event("ItemArchived.v1", Archived.class, (event, heard) -> items.findByIdOptional(event.itemId)
                        .ifPresent(item -> item.archive()));
    }

    private void copy(Listed event) {
        items.known(event.itemId, event.unit, event.storageClass, event.kgPerUnit).list(event);
    }
}
