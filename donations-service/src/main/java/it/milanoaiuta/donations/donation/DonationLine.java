package it.milanoaiuta.donations.donation;

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

    /** Its need ended and the donor wanted it back. */
    public boolean cancelled;

    /** Its need ended: what is not delivered is general stock. */
    public boolean released;

    /** Set by whoever ends a need, who does not hold this row's donation. */
    @Column(insertable = false, updatable = false)
    public boolean releaseDue;

    public BigDecimal accepted = Quantity.NONE;

    public BigDecimal rejected = Quantity.NONE;

    public BigDecimal missing = Quantity.NONE;

    public BigDecimal delivered = Quantity.NONE;

    public BigDecimal promised = Quantity.NONE;

    public BigDecimal inTransit = Quantity.NONE;

    public BigDecimal received = Quantity.NONE;

    /** What was heard of its goods. */
    void know(Facts.Totals totals) {
        accepted = totals.accepted();
        rejected = totals.rejected();
        missing = totals.missing();
        delivered = totals.delivered();
    }

    /**
     * @param expected more may still be handed over
     * @param needEnded only what was delivered still counts for its need
     */
    Claim claim(Facts.Totals known, boolean expected, boolean needEnded) {
        return new Claim(quantity, known, expected && !cancelled, released || needEnded);
    }

    Share share() {
        return new Share(promised, inTransit, received);
    }

    void hold(Share share) {
        promised = share.promised();
        inTransit = share.inTransit();
        received = share.received();
    }

    boolean hasComeWhole() {
        return cancelled || accepted.compareTo(quantity) >= 0;
    }

    /** Promised to a need that still counts on it. */
    boolean isForNeed() {
        return needLineId != null && !released;
    }
}
