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

import it.milanoaiuta.donations.catalogue.Item;
import it.milanoaiuta.donations.catalogue.Quantity;
import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.donations.need.Service;
import it.milanoaiuta.donations.need.Share;
import it.milanoaiuta.platform.web.Ids;

/** Goods of one kind in a donation, promised to a need line or to the hub's general stock; or a service promised to a need line. */
@Entity
public class DonationLine {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Donation donation;

    private short position;

    /** Null: general stock. */
    private UUID needLineId;

    /** Null for a service. */
    private UUID itemId;
    /** Null for goods. */
    @Enumerated(EnumType.STRING)
    private Service service;

    @Enumerated(EnumType.STRING)
    private Unit unit;

    private BigDecimal quantity;

    private BigDecimal kg;

    /** People eat or drink it, by the catalogue of the day. */
    private boolean food;

    /** Its need ended: general stock of the hub on arrival, at the latest then, unless the donor wants it back before. */
    private Instant stockAt;

    /** By the database's clock, when the row was read. */
    @Formula("stock_at <= now()")
    private Boolean stockDue;

    /** Its need ended and the donor wanted it back. */
    private boolean cancelled;

    /** Its need ended: what is not delivered is general stock. */
    private boolean released;

    /** The donor is to be told: set by whoever ends a need, who does not hold this row's donation. */
    @Column(insertable = false, updatable = false)
    private boolean releaseDue;

    private BigDecimal accepted = Quantity.NONE;

    private BigDecimal rejected = Quantity.NONE;

    private BigDecimal missing = Quantity.NONE;

    private BigDecimal delivered = Quantity.NONE;

    /** Goods that are there took its place, and the donor is to be told; set by whoever settles the need line. */
    @Column(insertable = false, updatable = false)
    private boolean crowdDue;

    /** The share of the need line, as the other two; whoever settles the need line writes it ({@link Claims}). */
    @Column(updatable = false)
    private BigDecimal promised = Quantity.NONE;

    @Column(updatable = false)
    private BigDecimal inTransit = Quantity.NONE;

    @Column(updatable = false)
    private BigDecimal received = Quantity.NONE;

    /** What may still be handed over, once the need line was settled; more than is promised does not fit. */
    @Transient
    private BigDecimal coming = Quantity.NONE;

    /**
     * @param item what is promised, null for a service
     * @throws InvalidField naming the line when it is not counted in that unit, or not so finely
     */
    static DonationLine promised(Donation donation, short position, NewDonation.Line offered, Item item) {
        String field = "lines[" + position + "]";
        DonationLine line = new DonationLine();
        line.id = Ids.next();
        line.donation = donation;
        line.position = position;
        line.needLineId = offered.needLineId();
        line.itemId = offered.itemId();
        line.service = offered.service();
        if (line.service != null) {
            line.unit = line.service.unit;
            line.quantity = line.service.inItsUnit(offered.quantity(), offered.unit(), field);
            line.kg = BigDecimal.ZERO;
        } else {
            line.unit = item.unit();
            line.quantity = item.inBaseUnits(offered.quantity(), offered.unit(), field);
            line.kg = item.kg(line.quantity);
            line.food = item.isFood();
        }
        return line;
    }

    /** @param stock when the goods become general stock of the hub, unless their donor wants them back before */
    void needEnded(Instant stock) {
        stockAt = stock;
    }

    /** What was heard of its goods. */
    void know(DonatedGoods.Totals totals) {
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

    public UUID id() {
        return id;
    }

    public short position() {
        return position;
    }

    public UUID needLineId() {
        return needLineId;
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

    public BigDecimal quantity() {
        return quantity;
    }

    public BigDecimal kg() {
        return kg;
    }

    public boolean isFood() {
        return food;
    }

    public Instant stockAt() {
        return stockAt;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    public boolean isReleaseDue() {
        return releaseDue;
    }

    public boolean isCrowdDue() {
        return crowdDue;
    }

    public BigDecimal accepted() {
        return accepted;
    }

    public BigDecimal rejected() {
        return rejected;
    }

    public BigDecimal missing() {
        return missing;
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
