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

/**
 * So much of an item is expected, and what was confirmed of it: accepted + rejected + missing is at most what is expected,
 * and equal to it when the arrival is closed; surplus stands apart. Quantities in the item's base unit.
 */
@Entity
public class ArrivalLine {

    /** Why goods were not taken. */
    @Schema(name = "RejectionReason")
    public enum Reason {
        DAMAGED, PAST_DATE, TEMPERATURE, POOR_QUALITY, LABEL_UNREADABLE, NOT_NEEDED, OTHER
    }

    /** Where goods that were not taken go. */
    public enum Destination {
        BACK_WITH_DRIVER, WASTE, ANIMAL_FEED, COMPOST
    }

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(3);

    @Id
    public UUID id;
    @ManyToOne(fetch = FetchType.LAZY)
    public Arrival arrival;
    public int position;
    public UUID itemId;
    public BigDecimal expected = NOTHING;
    public BigDecimal accepted = NOTHING;
    public BigDecimal rejected = NOTHING;
    public BigDecimal missing = NOTHING;
    public BigDecimal surplus = NOTHING;
    /** Of what was accepted: for its need line, by confirmations so far; what it is not for is general stock. */
    public BigDecimal setAside = NOTHING;
    /** By its donation line, at all hubs together; null when no donation is behind it. */
    public BigDecimal promised;
    /** Of the last rejection. */
    @Enumerated(EnumType.STRING)
    public Reason reason;
    @Enumerated(EnumType.STRING)
    public Destination destination;
    public UUID donationLineId;
    public UUID needId;
    public UUID needLineId;
    /** Of goods between hubs: the lot that was loaded. */
    public UUID lotId;

    protected ArrivalLine() {}

    ArrivalLine(Arrival arrival, int position, UUID itemId) {
        this.id = Ids.next();
        this.arrival = arrival;
        this.position = position;
        this.itemId = itemId;
    }

    /** What is not accounted for yet. */
    public BigDecimal open() {
        return expected.subtract(accounted());
    }

    BigDecimal accounted() {
        return accepted.add(rejected).add(missing);
    }

    /** Of what was accepted, for its need line. */
    public void setAside(BigDecimal part) {
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

    /** The same line of the same donation, at another hub. */
    void promisedAs(ArrivalLine other) {
        donationLineId = other.donationLineId;
        promised = other.promised;
        needId = other.needId;
        needLineId = other.needLineId;
    }

    /** What was confirmed stays, whatever is planned now. */
    void expect(BigDecimal quantity) {
        expected = quantity.max(accounted());
    }
}
