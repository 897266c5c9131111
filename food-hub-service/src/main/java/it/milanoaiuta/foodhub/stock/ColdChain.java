package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import it.milanoaiuta.foodhub.copies.item.Item;

/** The tolerances in which chilled and frozen goods are taken (facts, Cold chain): a dated, editable table. */
@ApplicationScoped
public class ColdChain {

    @Inject
    Session session;

    /**
     * Whether a reading is in tolerance: by the item's own rule, else its storage class's, in force on the day; never where
     * none is.
     *
     * @param celsius the reading, in °C
     */
    public boolean tolerates(Item item, BigDecimal celsius, LocalDate day) {
        return !item.storageClass().needsTemperature() || session.createNativeQuery("""
                select :celsius between coalesce(lowest, :celsius) and highest
                from temperature_tolerance
                where storage_class = :storageClass and (item_id = :item or item_id is null) and from_day <= :day
                order by item_id nulls last, from_day desc limit 1""", Boolean.class)
                .setParameter("celsius", celsius).setParameter("storageClass", item.storageClass().name())
                .setParameter("item", item.id()).setParameter("day", day).getResultStream().anyMatch(Boolean.TRUE::equals);
    }
}
