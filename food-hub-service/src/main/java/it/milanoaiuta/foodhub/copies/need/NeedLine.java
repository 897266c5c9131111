package it.milanoaiuta.foodhub.copies.need;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** How much of an item a need asks for, in the item's base unit; itemId is null for a service. */
@Entity
public class NeedLine {

    @Id
    private UUID id;
    private UUID needId;
    private UUID itemId;
    private BigDecimal quantity;

    /** Nothing but its id is known yet. */
    static NeedLine heardOf(UUID id, UUID needId) {
        NeedLine line = new NeedLine();
        line.id = id;
        line.needId = needId;
        return line;
    }

    /**
     * @param item null for a service
     * @param requested in the item's base unit
     */
    void ask(UUID item, BigDecimal requested) {
        itemId = item;
        quantity = requested;
    }

    public UUID id() {
        return id;
    }

    public BigDecimal quantity() {
        return quantity;
    }
}
