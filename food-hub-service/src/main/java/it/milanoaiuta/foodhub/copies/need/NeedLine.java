package it.milanoaiuta.foodhub.copies.need;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** How much of an item a need asks for, in the item's base unit; itemId is null for a service. */
@Entity
public class NeedLine {

    @Id
    public UUID id;
    public UUID needId;
    public UUID itemId;
    public BigDecimal quantity;

    protected NeedLine() {}

    NeedLine(UUID id, UUID needId) {
        this.id = id;
        this.needId = needId;
    }
}
