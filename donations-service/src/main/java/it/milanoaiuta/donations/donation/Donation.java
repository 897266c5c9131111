package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import it.milanoaiuta.platform.web.CheckedCode;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.Ids;

/**
 * A promise of goods. Its state follows from what is planned, what was withdrawn and what was heard of its arrivals; the
 * physical fact wins over the plan (domain, When plans and facts cross).
 */
@Entity
public class Donation {

    /** Of the codes of donations. */
    static final String CODES = "MA";

    @Id
    private UUID id;

    /** A {@link CheckedCode}; whoever has it may read place, lines and status. */
    private String code;

    /** Sign-in id of the person who pledged. */
    private UUID donor;

    private UUID donorOrganisationId;

    /** The hub whose own stock this is. */
    private UUID onBehalfOfHubId;

    /** Null for a service. */
    @Enumerated(EnumType.STRING)
    private Handover handover;

    @Enumerated(EnumType.STRING)
    private FundingSource fundingSource;

    @Enumerated(EnumType.STRING)
    private IfNotNeeded ifNotNeeded;

    private UUID hubId;

    private Instant windowStart;

    private Instant windowEnd;

    @Enumerated(EnumType.STRING)
    private DonationState state;

    /** CANCELLED or LAPSED: nobody expects it any more, though it may come all the same. */
    @Enumerated(EnumType.STRING)
    private DonationState withdrawn;

    /** food-hub was told to expect it. */
    private boolean announced;

    /** Of the lines that were not cancelled. */
    private BigDecimal kg;
    /** Of kg what is food. */
    private BigDecimal foodKg;

    /** Of the pledge, in Europe/Rome. */
    private LocalDate day;

    private Instant pledgedAt;

    private Instant lapsesAt;

    /** By the database's clock, when the row was read. */
    @Formula("lapses_at <= now()")
    private boolean overdue;

    @Version
    private long version;

    @OneToMany(mappedBy = "donation", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<DonationLine> lines = new ArrayList<>();

    /**
     * What a person offers; its lines are added, and where it is brought is planned, before anybody sees it.
     *
     * @param code that nobody else's has
     */
    static Donation pledged(NewDonation offered, UUID donor, CheckedCode code, Instant now, DonationRules rules) {
        Donation donation = new Donation();
        donation.id = Ids.next();
        donation.code = code.toString();
        donation.donor = donor;
        donation.donorOrganisationId = offered.donorOrganisationId();
        donation.onBehalfOfHubId = offered.onBehalfOfHubId();
        donation.handover = offered.handover();
        donation.fundingSource = offered.donorOrganisationId() == null ? FundingSource.COLLECTION : FundingSource.SURPLUS;
        donation.ifNotNeeded = Objects.requireNonNullElse(offered.ifNotNeeded(), IfNotNeeded.HUB);
        donation.pledgedAt = now;
        donation.day = CityTime.dayOf(now);
        donation.lapsesAt = now.plus(rules.pledgeFor());
        return donation;
    }

    void consistOf(List<DonationLine> promised) {
        lines.addAll(promised);
        weigh();
    }

    /**
     * Where and when it is brought; once that is known it lapses only some time after.
     *
     * @param hub null: not known yet
     * @param start null with end: not known yet
     */
    void plan(UUID hub, Instant start, Instant end, DonationRules rules) {
        hubId = hub;
        windowStart = start;
        windowEnd = end;
        if (end != null) {
            lapsesAt = end.plus(rules.grace());
        }
    }

    /** @return whether food-hub had been told to expect it before */
    boolean announce() {
        boolean again = announced;
        announced = true;
        return again;
    }

    /** What becomes of goods whose need ends. */
    void wish(IfNotNeeded wanted) {
        ifNotNeeded = wanted;
    }

    /**
     * @throws DonationHasMovedOn when something of it has come, it was withdrawn, or its time is over, whether or not a tick
     *         has seen that
     */
    void mustBeComing() {
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
        return lines.stream().filter(line -> line.service() != null).findFirst();
    }

    List<UUID> needLineIds() {
        return lines.stream().map(line -> line.needLineId()).filter(Objects::nonNull).toList();
    }

    boolean isScheduled() {
        return hubId != null && windowEnd != null;
    }

    /**
     * What was heard of it. When a receipt was undone the hub gets the grace anew, to confirm what really came.
     *
     * @param totals by line
     * @param arrivalsClosed hubs have received it and wait for no more
     * @param graceEnds of what comes from now on
     */
    void know(Map<UUID, DonatedGoods.Totals> totals, boolean arrivalsClosed, Instant graceEnds) {
        lines.forEach(line -> line.know(totals.get(line.id())));
        boolean wasComing = state.isComing();
        judge(arrivalsClosed);
        if (state.isComing() && !wasComing && lapsesAt.isBefore(graceEnds)) {
            lapsesAt = graceEnds;
        }
    }

    /** The state that follows from plan and facts. */
    void judge(boolean arrivalsClosed) {
        state = judged(arrivalsClosed);
    }

    private DonationState judged(boolean arrivalsClosed) {
        boolean closed = arrivalsClosed || lines.stream().allMatch(DonationLine::isAccounted);
        if (lines.stream().anyMatch(line -> line.accepted().signum() > 0)) {
            return lines.stream().allMatch(DonationLine::hasComeWhole)
                    ? DonationState.RECEIVED
                    : DonationState.PARTIALLY_RECEIVED;
        }
        boolean rejected = lines.stream().anyMatch(line -> line.rejected().signum() > 0);
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
        foodKg = kgOf(line -> line.isFood());
    }

    private BigDecimal kgOf(Predicate<DonationLine> counted) {
        return lines.stream().filter(line -> !line.isCancelled()).filter(counted).map(line -> line.kg())
                .reduce(Quantity.NONE, BigDecimal::add);
    }

    boolean isWithoutLines() {
        return lines.stream().allMatch(line -> line.isCancelled());
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public UUID donor() {
        return donor;
    }

    public UUID onBehalfOfHubId() {
        return onBehalfOfHubId;
    }

    public Handover handover() {
        return handover;
    }

    public FundingSource fundingSource() {
        return fundingSource;
    }

    public IfNotNeeded ifNotNeeded() {
        return ifNotNeeded;
    }

    public UUID hubId() {
        return hubId;
    }

    public Instant windowStart() {
        return windowStart;
    }

    public Instant windowEnd() {
        return windowEnd;
    }

    public DonationState state() {
        return state;
    }

    public long version() {
        return version;
    }

    public List<DonationLine> lines() {
        return lines;
    }

    boolean isWithdrawn() {
        return withdrawn != null;
    }

    boolean isAnnounced() {
        return announced;
    }
}
