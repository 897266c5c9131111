package it.milanoaiuta.foodhub.inbound.receipt;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.Immutable;

import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;

/** One line of a confirmation, booked or kept to be settled, in the item's base unit. Written once. */
@Entity
@Immutable
public class ReceiptLine {

    @EmbeddedId
    private Id id;
    /** Null for goods nobody expected, until they are booked. */
    private UUID arrivalLineId;
    private UUID itemId;
    private BigDecimal accepted;
    /** Part of accepted: it had been told missing before. */
    private BigDecimal found;
    private BigDecimal rejected;
    private BigDecimal missing;
    private BigDecimal surplus;
    @Enumerated(EnumType.STRING)
    private ArrivalLine.Reason reason;
    @Enumerated(EnumType.STRING)
    private ArrivalLine.Destination destination;
    /** °C, of chilled and frozen goods. */
    private BigDecimal temperature;
    /** The reading was out of tolerance: what was taken went to quarantine. */
    private boolean quarantined;

    /** @param target the arrival's line, with what was confirmed of it before; null for goods nobody expected, not yet booked */
    static ReceiptLine said(Receipt receipt, int position, UUID itemId, ArrivalLine target, NewReceipt.Line line,
            boolean quarantined) {
        ReceiptLine confirmed = new ReceiptLine();
        confirmed.id = new Id(receipt, position);
        confirmed.arrivalLineId = target == null ? null : target.id();
        confirmed.itemId = itemId;
        confirmed.found = target == null ? BigDecimal.ZERO : target.missingAmong(line.accepted());
        confirmed.accepted = line.accepted();
        confirmed.rejected = line.rejected();
        confirmed.missing = line.missing();
        confirmed.surplus = line.surplus();
        confirmed.reason = line.reason();
        confirmed.destination = line.destination();
        confirmed.temperature = line.temperature();
        confirmed.quarantined = quarantined;
        return confirmed;
    }

    /** Its place in the receipt. */
    @Embeddable
    static class Id implements Serializable {

        @ManyToOne
        Receipt receipt;
        int position;

        protected Id() {}

        Id(Receipt receipt, int position) {
            this.receipt = receipt;
            this.position = position;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Id id && id.position == position && id.receipt.id().equals(receipt.id());
        }

        @Override
        public int hashCode() {
            return Objects.hash(receipt.id(), position);
        }
    }

    /** What it says of its arrival's line. */
    ArrivalLine.Counted counted() {
        return new ArrivalLine.Counted(accepted, found, rejected, missing, surplus, reason, destination);
    }

    BigDecimal taken() {
        return accepted.add(surplus);
    }

    boolean goesBack() {
        return rejected.signum() > 0 && destination == ArrivalLine.Destination.BACK_WITH_DRIVER;
    }

    public Id id() {
        return id;
    }

    public UUID arrivalLineId() {
        return arrivalLineId;
    }

    public UUID itemId() {
        return itemId;
    }

    public BigDecimal found() {
        return found;
    }

    public BigDecimal rejected() {
        return rejected;
    }

    public BigDecimal temperature() {
        return temperature;
    }

    public boolean isQuarantined() {
        return quarantined;
    }
}
