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

import it.milanoaiuta.donations.catalogue.Item;
import it.milanoaiuta.donations.catalogue.Quantity;
import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.InvalidField;

/**
 * One thing a need asks for, and how far it is covered. Coverage is read here and changed only by the statements of
 * {@link NeedLines}.
 */
@Entity
public class NeedLine {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Need need;

    private short position;

    /** Null for a service. */
    private UUID itemId;

    /** Null for goods. */
    @Enumerated(EnumType.STRING)
    private Service service;

    /** The item's base unit, or the service's. */
    @Enumerated(EnumType.STRING)
    private Unit unit;

    private BigDecimal requested;

    /** The owner's own words, for example "long-life only"; never in an event. */
    private String conditions;

    /** Of live donations, not yet handed over. */
    @Column(insertable = false, updatable = false)
    private BigDecimal promised = Quantity.NONE;

    /** Accepted at a hub, not yet with the recipient. */
    @Column(insertable = false, updatable = false)
    private BigDecimal inTransit = Quantity.NONE;

    /** Delivered; for a hub's own need what it accepted. */
    @Column(insertable = false, updatable = false)
    private BigDecimal received = Quantity.NONE;

    /**
     * @param item what it asks for, null for a service
     * @throws InvalidField naming the line when it asks for both or for neither, or in a unit or as finely as that is not counted
     */
    static NeedLine asked(Need need, short position, NewNeed.Line asked, Item item) {
        String field = "lines[" + position + "]";
        if ((asked.itemId() == null) == (asked.service() == null)) {
            throw new InvalidField(field + ".itemId", "item-or-service");
        }
        NeedLine line = new NeedLine();
        line.id = Ids.next();
        line.need = need;
        line.position = position;
        line.itemId = asked.itemId();
        line.service = asked.service();
        line.conditions = asked.conditions();
        line.unit = asked.service() != null ? asked.service().unit : item.unit();
        line.requested = asked.service() != null
                ? asked.service().inItsUnit(asked.quantity(), asked.unit(), field)
                : item.inBaseUnits(asked.quantity(), asked.unit(), field);
        return line;
    }

    BigDecimal lacking() {
        return requested.subtract(promised).subtract(inTransit).subtract(received);
    }

    public UUID id() {
        return id;
    }

    public UUID itemId() {
        return itemId;
    }

    public Service service() {
        return service;
    }

    public Unit unit() {
        return unit;
    }

    public BigDecimal requested() {
        return requested;
    }

    public String conditions() {
        return conditions;
    }

    public BigDecimal promised() {
        return promised;
    }

    public BigDecimal inTransit() {
        return inTransit;
    }

    public BigDecimal received() {
        return received;
    }
}
