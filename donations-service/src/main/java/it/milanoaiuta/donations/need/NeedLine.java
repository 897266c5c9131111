package it.milanoaiuta.donations.need;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import it.milanoaiuta.donations.catalogue.Quantity;
import it.milanoaiuta.donations.catalogue.Unit;

/**
 * One thing a need asks for, and how far it is covered. Coverage is read here and changed only by the statements of
 * {@link NeedLines}.
 */
@Entity
public class NeedLine {

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Need need;

    public short position;

    /** Null for a service. */
    public UUID itemId;

    /** Null for goods. */
    @Enumerated(EnumType.STRING)
    public Service service;

    /** The item's base unit, or the service's. */
    @Enumerated(EnumType.STRING)
    public Unit unit;

    public BigDecimal requested;

    /** The owner's own words, for example "long-life only"; never in an event. */
    public String conditions;

    /** Of live donations, not yet handed over. */
    @Column(insertable = false, updatable = false)
    public BigDecimal promised = Quantity.NONE;

    /** Accepted at a hub, not yet with the recipient. */
    @Column(insertable = false, updatable = false)
    public BigDecimal inTransit = Quantity.NONE;

    /** Delivered; for a hub's own need what it accepted. */
    @Column(insertable = false, updatable = false)
    public BigDecimal received = Quantity.NONE;

    BigDecimal lacking() {
        return requested.subtract(promised).subtract(inTransit).subtract(received);
    }
}
