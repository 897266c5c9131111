package it.milanoaiuta.foodhub.inbound.arrival;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.OpenValue;

/**
 * So much of an item is expected, and what was confirmed of it: accepted + rejected + missing is at most what is expected,
 * and equal to it when the arrival is closed; surplus stands apart. Quantities in the item's base unit.
 */
@Entity
public class ArrivalLine {

    /** Why goods were not taken. */
    @Schema(name = "RejectionReason", pattern = OpenValue.SHAPE)
    public enum Reason {
        DAMAGED, PAST_DATE, TEMPERATURE, POOR_QUALITY, LABEL_UNREADABLE, NOT_NEEDED, OTHER
    }

    /** Where goods that were not taken go. */
    public enum Destination {
        BACK_WITH_DRIVER, WASTE, ANIMAL_FEED, COMPOST
    }

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(3);

    @Id
    private UUID id;
    @ManyToOne(fetch = FetchType.LAZY)
    private Arrival arrival;
    private int position;
    private UUID itemId;
    private BigDecimal expected = NOTHING;
    private BigDecimal accepted = NOTHING;
    private BigDecimal rejected = NOTHING;
    private BigDecimal missing = NOTHING;
    private BigDecimal surplus = NOTHING;
    /** Of what was accepted: for its need line, by confirmations so far; what it is not for is general stock. */
    private BigDecimal setAside = NOTHING;
    /** By its donation line, at all hubs together; null when no donation is behind it. */
    private BigDecimal promised;
    /** Of the last rejection. */
    @Enumerated(EnumType.STRING)
    private Reason reason;
    @Enumerated(EnumType.STRING)
    private Destination destination;
    private UUID donationLineId;
    private UUID needId;
    private UUID needLineId;
    /** Of goods between hubs: the lot that was loaded. */
    private UUID lotId;

    /** Nothing of the item is expected yet. */
    static ArrivalLine added(Arrival arrival, int position, UUID itemId) {
        ArrivalLine line = new ArrivalLine();
        line.id = Ids.next();
        line.arrival = arrival;
        line.position = position;
        line.itemId = itemId;
        return line;
    }

    /** What is not accounted for yet. */
    public BigDecimal open() {
        return expected.subtract(accounted());
    }

    BigDecimal accounted() {
        return accepted.add(rejected).add(missing);
    }

    /** Of what was accepted, for its need line. */
    public void reserve(BigDecimal part) {
        setAside = setAside.add(part);
    }

    /** How much of what is accepted now was told missing before: what is open comes first. */
    public BigDecimal missingAmong(BigDecimal acceptedNow) {
        return acceptedNow.subtract(open().max(NOTHING)).max(NOTHING).min(missing);
    }

    /** How much of it may still be accepted: what is open, and what was told missing and came after all. */
    public BigDecimal room() {
        return open().max(NOTHING).add(missing);
    }

    /** All that was said of it so far. */
    BigDecimal confirmed() {
        return accepted.add(rejected).add(missing).add(surplus);
    }

    /** A line nobody promised: what is on it came beyond the promise. */
    public boolean isSurplusOnly() {
        return expected.signum() == 0 && donationLineId == null && lotId == null;
    }

    void promisedBy(UUID donationLine) {
        donationLineId = donationLine;
    }

    /**
     * What is promised now, and for whom, wherever it comes; what was set aside before stays where it is.
     *
     * @param quantity in the item's base unit
     */
    void plan(ScheduledDonation.Line told, BigDecimal quantity) {
        if (setAside.signum() == 0) {
            needId = told.needId();
            needLineId = told.needLineId();
        }
        promised = quantity;
    }

    /** Its donation line is gone. */
    void isPromisedNoMore() {
        promised = BigDecimal.ZERO;
    }

    /** The same line of the same donation, at another hub. */
    void promisedAs(ArrivalLine other) {
        donationLineId = other.donationLineId;
        promised = other.promised;
        needId = other.needId;
        needLineId = other.needLineId;
    }

    /** What was confirmed stays, whatever is planned now. */
    public void expect(BigDecimal quantity) {
        expected = quantity.max(accounted());
    }

    /** More of the lot is on its way. */
    void expectMore(UUID lot, BigDecimal quantity) {
        lotId = lot;
        expected = expected.add(quantity);
    }

    void expectLess(BigDecimal quantity) {
        expected = expected.subtract(quantity);
    }

    /**
     * What one confirmation says of a line.
     *
     * @param found of what was accepted: it had been told missing before
     * @param reason null unless something was rejected
     */
    public record Counted(BigDecimal accepted, BigDecimal found, BigDecimal rejected, BigDecimal missing, BigDecimal surplus,
            Reason reason, Destination destination) {}

    public void confirm(Counted counted) {
        accepted = accepted.add(counted.accepted);
        rejected = rejected.add(counted.rejected);
        missing = missing.add(counted.missing).subtract(counted.found);
        surplus = surplus.add(counted.surplus);
        if (counted.reason != null) {
            reason = counted.reason;
            destination = counted.destination;
        }
    }

    /** The confirmation was taken back. */
    public void takeBack(Counted counted) {
        accepted = accepted.subtract(counted.accepted);
        rejected = rejected.subtract(counted.rejected);
        missing = missing.subtract(counted.missing).add(counted.found);
        surplus = surplus.subtract(counted.surplus);
        setAside = setAside.min(accepted);
        if (rejected.signum() == 0) {
            reason = null;
            destination = null;
        }
    }

    /** So much of what a hub gives of its own stock was found. */
    public void give(BigDecimal found) {
        accepted = accepted.add(found);
    }

    /** What was found is given; what was not is missing. */
    public void missTheRest() {
        setAside = accepted;
        missing = expected.subtract(accepted);
    }

    /** So much of what was given is not given any more. */
    public void free(BigDecimal freed) {
        accepted = accepted.subtract(freed);
        setAside = accepted;
        missing = missing.add(freed);
    }

    public UUID id() {
        return id;
    }

    public UUID itemId() {
        return itemId;
    }

    public BigDecimal expected() {
        return expected;
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

    public BigDecimal surplus() {
        return surplus;
    }

    public BigDecimal setAside() {
        return setAside;
    }

    public BigDecimal promised() {
        return promised;
    }

    public Reason reason() {
        return reason;
    }

    public Destination destination() {
        return destination;
    }

    public UUID donationLineId() {
        return donationLineId;
    }

    public UUID needId() {
        return needId;
    }

    public UUID needLineId() {
        return needLineId;
    }

    public UUID lotId() {
        return lotId;
    }
}
