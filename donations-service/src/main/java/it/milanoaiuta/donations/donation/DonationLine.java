package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;

import org.hibernate.annotations.Formula;

import it.milanoaiuta.donations.catalogue.Quantity;
import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.donations.need.Service;
import it.milanoaiuta.donations.need.Share;

/** Goods of one kind in a donation, promised to a need line or to the hub's general stock; or a service promised to a need line. */
@Entity
public class DonationLine {

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Donation donation;

    public short position;

    /** Null: general stock. */
    public UUID needLineId;

    /** Null for a service. */
    public UUID itemId;
    /** Null for goods. */
    @Enumerated(EnumType.STRING)
    public Service service;

    @Enumerated(EnumType.STRING)
    public Unit unit;

    public BigDecimal quantity;

    public BigDecimal kg;

    /** People eat or drink it, by the catalogue of the day. */
    public boolean food;

    /** Its need ended: general stock of the hub on arrival, at the latest then, unless the donor wants it back before. */
    public Instant stockAt;

    /** By the database's clock, when the row was read. */
    @Formula("stock_at <= now()")
    public Boolean stockDue;

    /** Its need ended and the donor wanted it back. */
    public boolean cancelled;

    /** Its need ended: what is not delivered is general stock. */
    public boolean released;

    /** The donor is to be told: set by whoever ends a need, who does not hold this row's donation. */
    @Column(insertable = false, updatable = false)
    public boolean releaseDue;

    public BigDecimal accepted = Quantity.NONE;

    public BigDecimal rejected = Quantity.NONE;

    public BigDecimal missing = Quantity.NONE;

    public BigDecimal delivered = Quantity.NONE;

    /** Goods that are there took its place, and the donor is to be told; set by whoever settles the need line. */
    @Column(insertable = false, updatable = false)
    public boolean crowdDue;

    /** The share of the need line, as the other two; whoever settles the need line writes it ({@link Claims}). */
    @Column(updatable = false)
    public BigDecimal promised = Quantity.NONE;

    @Column(updatable = false)
    public BigDecimal inTransit = Quantity.NONE;

    @Column(updatable = false)
    public BigDecimal received = Quantity.NONE;

    /** What may still be handed over, once the need line was settled; more than is promised does not fit. */
    @Transient
    BigDecimal coming = Quantity.NONE;

    /** What was heard of its goods. */
    void know(Facts.Totals totals) {
        accepted = totals.accepted();
        rejected = totals.rejected();
        missing = totals.missing();
        delivered = totals.delivered();
        released |= stockAt != null && hasCome();
    }

    /**
     * Its need ended. Before it comes it goes back to the donor if she wants so, and waits for her until its time has come; it
     * is general stock afterwards.
     *
     * @param wish the donor's, as it is now
     * @param expected its donation was not withdrawn
     * @return whether hubs are to expect something else
     */
    boolean letGo(IfNotNeeded wish, boolean expected) {
        boolean coming = expected && !hasCome();
        boolean back = coming && goesBack(wish);
        if (stockAt == null || released || coming && !back && !Boolean.TRUE.equals(stockDue)) {
            return false;
        }
        cancelled = back;
        released = true;
        return coming;
    }

    /** A service is no stock: when it is not needed it is never kept. */
    boolean goesBack(IfNotNeeded wish) {
        return service != null || wish == IfNotNeeded.CANCEL;
    }

    /** Some of it was accounted for, at a hub or by whoever asked for it; which of the two is heard first is chance. */
    boolean hasCome() {
        return Stream.of(accepted, rejected, missing, delivered).anyMatch(part -> part.signum() > 0);
    }

    /**
     * Of what it promises, nothing of which has come, the need line has no room for all: what does not fit goes back to the donor.
     */
    void giveBackWhatDoesNotFit() {
        if (promised.signum() == 0) {
            cancelled = true;
            released = true;
        } else {
            kg = kg.multiply(promised).divide(quantity, Quantity.DECIMALS, RoundingMode.HALF_UP);
            quantity = promised;
        }
    }

    /** @param coming what may still be handed over of it, whether or not the need line has room for it */
    void hold(Share share, BigDecimal coming) {
        this.coming = coming;
        promised = share.promised();
        inTransit = share.inTransit();
        received = share.received();
    }

    /** Goods that are there, or others' promises, fill what its need line asks for. */
    boolean doesNotFit() {
        return coming.compareTo(promised) > 0;
    }

    boolean isAccounted() {
        return cancelled || accepted.add(rejected).add(missing).compareTo(quantity) >= 0;
    }

    boolean hasComeWhole() {
        return cancelled || accepted.compareTo(quantity) >= 0;
    }

    /** Promised to a need, and not become anything else since. */
    boolean isForNeed() {
        return needLineId != null && !released;
    }

    /** Its need still counts on it. */
    boolean isWanted() {
        return isForNeed() && stockAt == null;
    }
}
