package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;

import org.hibernate.annotations.Formula;

import it.milanoaiuta.donations.catalogue.Quantity;

/**
 * A promise of goods. Its state follows from what is planned, what was withdrawn and what was heard of its arrivals; the
 * physical fact wins over the plan (domain, When plans and facts cross).
 */
@Entity
public class Donation {

    /** Of the codes of donations. */
    static final String CODES = "MA";

    @Id
    public UUID id;

    /** A {@link it.milanoaiuta.platform.web.CheckedCode}; whoever has it may read place, lines and status. */
    public String code;

    /** Sign-in id of the person who pledged. */
    public UUID donor;

    public UUID donorOrganisationId;

    /** The hub whose own stock this is. */
    public UUID onBehalfOfHubId;

    /** Null for a service. */
    @Enumerated(EnumType.STRING)
    public Handover handover;

    @Enumerated(EnumType.STRING)
    public FundingSource fundingSource;

    @Enumerated(EnumType.STRING)
    public IfNotNeeded ifNotNeeded;

    public UUID hubId;

    public Instant windowStart;

    public Instant windowEnd;

    @Enumerated(EnumType.STRING)
    public DonationState state;

    /** CANCELLED or LAPSED: nobody expects it any more, though it may come all the same. */
    @Enumerated(EnumType.STRING)
    public DonationState withdrawn;

    /** food-hub was told to expect it. */
    public boolean announced;

    /** Of the lines that were not cancelled. */
    public BigDecimal kg;
    /** Of kg what is food. */
    public BigDecimal foodKg;

    /** Of the pledge, in Europe/Rome. */
    public LocalDate day;

    public Instant pledgedAt;

    public Instant lapsesAt;

    /** By the database's clock, when the row was read. */
    @Formula("lapses_at <= now()")
    public boolean overdue;

    @Version
    public long version;

    @OneToMany(mappedBy = "donation", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    public List<DonationLine> lines = new ArrayList<>();

    /**
     * @throws DonationHasMovedOn when something of it has come, it was withdrawn, or its time is over, whether or not a tick
     *         has seen that
     */
    void requireComing() {
        if (!state.isComing()) {
            throw new DonationHasMovedOn(state);
        }
        if (overdue) {
            throw new DonationHasMovedOn(DonationState.LAPSED);
        }
    }

    /**
     * Nobody expects it any more.
     *
     * @param as CANCELLED or LAPSED
     */
    void withdraw(DonationState as) {
        withdrawn = as;
        state = as;
    }

    /** The line of a donation that is a service. */
    Optional<DonationLine> service() {
        return lines.stream().filter(line -> line.service != null).findFirst();
    }

    List<UUID> needLineIds() {
        return lines.stream().map(line -> line.needLineId).filter(Objects::nonNull).toList();
    }

    boolean isScheduled() {
        return hubId != null && windowEnd != null;
    }

    /**
     * The state that follows from plan and facts.
     *
     * @param arrivalsClosed hubs have received it and wait for no more
     */
    DonationState judge(boolean arrivalsClosed) {
        boolean closed = arrivalsClosed || lines.stream().allMatch(DonationLine::isAccounted);
        if (lines.stream().anyMatch(line -> line.accepted.signum() > 0)) {
            return lines.stream().allMatch(DonationLine::hasComeWhole)
                    ? DonationState.RECEIVED
                    : DonationState.PARTIALLY_RECEIVED;
        }
        boolean rejected = lines.stream().anyMatch(line -> line.rejected.signum() > 0);
        if (rejected && (closed || withdrawn != null)) {
            return DonationState.REJECTED;
        }
        if (withdrawn != null) {
            return withdrawn;
        }
        if (closed) {
            return DonationState.LAPSED;
        }
        return isScheduled() ? DonationState.SCHEDULED : DonationState.PLEDGED;
    }

    /**
     * Lets go of the lines whose need ended, as far as it is time.
     *
     * @return whether hubs are to expect something else
     */
    boolean letGo() {
        long changed = lines.stream().filter(line -> line.letGo(ifNotNeeded, withdrawn == null)).count();
        weigh();
        return changed > 0;
    }

    /** @return whether hubs are to expect something else */
    boolean giveBack(List<DonationLine> crowded) {
        crowded.forEach(DonationLine::giveBackWhatDoesNotFit);
        weigh();
        return !crowded.isEmpty();
    }

    /** By the catalogue's weights of the day, of its lines that were not cancelled. */
    void weigh() {
        kg = kgOf(line -> true);
        foodKg = kgOf(line -> line.food);
    }

    private BigDecimal kgOf(Predicate<DonationLine> counted) {
        return lines.stream().filter(line -> !line.cancelled).filter(counted).map(line -> line.kg)
                .reduce(Quantity.NONE, BigDecimal::add);
    }

    boolean isWithoutLines() {
        return lines.stream().allMatch(line -> line.cancelled);
    }
}
