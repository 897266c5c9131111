package it.milanoaiuta.foodhub.inbound.arrival;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DiscriminatorFormula;

import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.FundingSource;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.Ids;

/**
 * Goods that come, or came, to a hub, and what was confirmed of them. What a hub gives of its own stock is one as well, by which
 * nothing comes: an entity of its own in the same table.
 */
@Entity
@DiscriminatorFormula("case kind when 'OWN_STOCK' then 'GIFT' else 'ARRIVAL' end")
@DiscriminatorValue("ARRIVAL")
public class Arrival {

    public static final String CODES_OF_DONATIONS = "MA";

    /** Where the goods come from. */
    @Schema(name = "ArrivalKind")
    public enum Kind {
        /** A donor's scheduled donation. */
        DONATION,
        /** Another hub. */
        TRANSFER,
        /** What the other hub did not take of a transfer of ours. */
        RETURN,
        /** A supplier's delivery. */
        SUPPLIER,
        /** Nobody told. */
        UNANNOUNCED,
        /** Nothing comes: the hub gives of what it has to a need; closed from the start. */
        OWN_STOCK;

        /** Goods that are already ours: their lots and dates are known. */
        public boolean isBetweenHubs() {
            return this == TRANSFER || this == RETURN;
        }
    }

    /** How far an arrival is. */
    @Schema(name = "ArrivalState")
    public enum State {
        /** Nothing of it is confirmed yet. */
        EXPECTED,
        /** Some of it is confirmed. */
        RECEIVING,
        /** Everything expected is accounted for. */
        CLOSED,
        /** Its donor took it back, or nothing is on its way after all; what comes is received all the same. */
        CANCELLED,
        /** The donation did not come in time; what comes is received all the same. */
        LAPSED,
        /** The donation was sent to another hub. */
        MOVED
    }

    @Id
    private UUID id;
    private UUID hubId;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Enumerated(EnumType.STRING)
    private State state = State.EXPECTED;
    /** CANCELLED, LAPSED or MOVED when nobody expects it any more, also once goods came all the same; else null. */
    @Enumerated(EnumType.STRING)
    private State withdrawn;
    private UUID donationId;
    private String code;
    private UUID transferId;
    private UUID senderHubId;
    private String supplier;
    private String documentNumber;
    /** Null between hubs: each lot has its own. */
    private FundingSource fundingSource;
    @Enumerated(EnumType.STRING)
    private Handover handover;
    private Instant windowStart;
    private Instant windowEnd;
    private LocalDate day;
    /** When we learned of it. */
    private Instant recordedAt;
    /** When the goods came, of an arrival that was entered later; else null: they came when they were taken. */
    private Instant cameAt;
    /**
     * Rises with every change; a confirmation tells which it saw. Counted here and not by Hibernate: changes of the lines count,
     * the answer tells it before anything is flushed, and whoever changes it holds the row's lock.
     */
    private long version = 1;
    @OneToMany(mappedBy = "arrival", cascade = CascadeType.ALL)
    @OrderBy("position")
    @BatchSize(size = 100)
    private List<ArrivalLine> lines = new ArrayList<>();

    /** How a donation comes. */
    public enum Handover {
        /** The donor brings it. */
        DROP_OFF,
        /** It is fetched from the donor. */
        COLLECTION
    }

    protected Arrival() {}

    /** An arrival that is known from now on and expected in the window. */
    private Arrival(UUID hubId, Kind kind, FundingSource fundingSource, Instant windowStart, Instant windowEnd,
            Instant recordedAt) {
        this.id = Ids.next();
        this.hubId = hubId;
        this.kind = kind;
        this.fundingSource = fundingSource;
        this.recordedAt = recordedAt;
        expectIn(windowStart, windowEnd);
    }

    /** What comes, or is given, by a donation. */
    protected Arrival(UUID hubId, Kind kind, ScheduledDonation donation, Instant now) {
        this(hubId, kind, donation.fundingSource(), donation.windowStart(), donation.windowEnd(), now);
        donationId = donation.donationId();
        code = donation.code();
        handover = donation.handover();
    }

    /** A donor's goods, expected at the hub they are planned for. */
    static Arrival ofDonation(ScheduledDonation donation, Instant now) {
        return new Arrival(donation.hubId(), Kind.DONATION, donation, now);
    }

    /**
     * Goods that are here and nobody promised.
     *
     * @param supplier null where nobody delivers them for money
     * @param document of the transport; null for none
     * @param cameAt when it is entered later; else null
     */
    public static Arrival announced(UUID hubId, Kind kind, FundingSource fundingSource, String supplier, String document,
            Instant cameAt, Instant now) {
        Instant came = Objects.requireNonNullElse(cameAt, now);
        Arrival arrival = new Arrival(hubId, kind, fundingSource, came, came, now);
        arrival.cameAt = cameAt;
        arrival.supplier = supplier;
        arrival.documentNumber = document;
        return arrival;
    }

    /** Goods that came at that time besides those of this one, and that nobody told of. */
    public Arrival besides(Instant came) {
        Arrival besides = new Arrival(hubId, Kind.UNANNOUNCED, fundingSource, came, came, recordedAt);
        besides.cameAt = cameAt;
        besides.supplier = supplier;
        besides.documentNumber = documentNumber;
        return besides;
    }

    /** Goods that just left one hub for another. */
    public static Arrival betweenHubs(Kind kind, UUID transferId, UUID senderHubId, UUID hubId, Instant left) {
        Arrival arrival = new Arrival(hubId, kind, null, left, left, left);
        arrival.transferId = transferId;
        arrival.senderHubId = senderHubId;
        return arrival;
    }

    /** A donation is to come here, as it is told now. */
    void plan(ScheduledDonation donation) {
        code = donation.code();
        handover = donation.handover();
        expectIn(donation.windowStart(), donation.windowEnd());
        expectAgain();
    }

    public void expectIn(Instant start, Instant end) {
        windowStart = start;
        windowEnd = end;
        day = CityTime.dayOf(start);
    }

    /** Whether goods come by it at all, so that they can be confirmed. */
    public boolean comes() {
        return true;
    }

    /** What comes by it is somebody's promise or another hub's: it is the same goods, however it comes. */
    public boolean isOfKnownGoods() {
        return kind == Kind.DONATION || kind.isBetweenHubs();
    }

    /** Nobody can have confirmed it before: we learned of it, or the goods came. */
    public Instant earliest() {
        return cameAt == null ? recordedAt : cameAt;
    }

    /** How much of an item is expected, on all its lines. */
    public BigDecimal expectedOf(UUID itemId) {
        return lines.stream().filter(line -> line.itemId().equals(itemId)).map(ArrivalLine::expected).reduce(BigDecimal.ZERO,
                BigDecimal::add);
    }

    /** How much of an item was confirmed so far, whatever became of it. */
    public BigDecimal confirmedOf(UUID itemId) {
        return lines.stream().filter(line -> line.itemId().equals(itemId)).map(ArrivalLine::confirmed).reduce(BigDecimal.ZERO,
                BigDecimal::add);
    }

    /** The next line, with nothing expected yet. */
    public ArrivalLine newLine(UUID itemId) {
        ArrivalLine line = ArrivalLine.added(this, lines.size(), itemId);
        lines.add(line);
        return line;
    }

    /** The line for what a donation line promises. */
    ArrivalLine promisedBy(UUID donationLine, UUID itemId) {
        return lines.stream().filter(line -> donationLine.equals(line.donationLineId())).findFirst().orElseGet(() -> {
            ArrivalLine line = newLine(itemId);
            line.promisedBy(donationLine);
            return line;
        });
    }

    public Optional<ArrivalLine> line(UUID lineId) {
        return lines.stream().filter(line -> line.id().equals(lineId)).findFirst();
    }

    /** The line for goods of an item that nobody expected here. */
    public Optional<ArrivalLine> surplusLine(UUID itemId) {
        return lines.stream().filter(line -> line.itemId().equals(itemId) && line.isSurplusOnly()).findFirst();
    }

    /** A donor says when she comes; of all else the window is the moment we learned of it, and only orders the list. */
    public boolean hasWindow() {
        return windowEnd.isAfter(windowStart);
    }

    /** What the goods are taken from when they are received. */
    public Account source() {
        return kind.isBetweenHubs() ? Account.inTransit(transferId) : Account.supplier(id);
    }

    public boolean isClosed() {
        return state == State.CLOSED;
    }

    /** Nothing more comes by it: everything is accounted for, or a way back that is not needed after all. */
    public boolean isOver() {
        return isClosed() || kind == Kind.RETURN && state == State.CANCELLED;
    }

    /** Nobody expects it any more; what was received of it stays. */
    public void withdraw(State reason) {
        withdrawn = reason;
        if (state != State.CLOSED && state != State.RECEIVING) {
            state = reason;
        }
        version++;
    }

    /** Nothing more comes by it, from the start. */
    protected void close() {
        state = State.CLOSED;
    }

    /** Something of its lines is different now. */
    protected void changed() {
        version++;
    }

    /** Expected again. */
    void expectAgain() {
        withdrawn = null;
        if (state != State.CLOSED && state != State.RECEIVING) {
            state = State.EXPECTED;
        }
        version++;
    }

    /**
     * What the hub expects of a donation was looked at again.
     *
     * @param all all of it is accounted for; where nothing was, the hub waits no more
     * @param differs it expects something else now
     */
    void comesElsewhere(boolean all, boolean differs) {
        if (withdrawn == null && (state == State.EXPECTED || state == State.MOVED)) {
            state = all ? State.MOVED : State.EXPECTED;
        }
        if (differs) {
            version++;
        }
    }

    /**
     * The same donation at a hub where it was not to come: nobody expects it there, and what comes is received all the same.
     *
     * @param cameAt when it is entered later; else null
     */
    public Arrival elsewhere(UUID hub, Instant cameAt, Instant now) {
        Instant came = Objects.requireNonNullElse(cameAt, now);
        Arrival here = new Arrival(hub, kind, fundingSource, came, came, now);
        here.cameAt = cameAt;
        here.donationId = donationId;
        here.code = code;
        here.handover = handover;
        lines.stream().filter(line -> line.donationLineId() != null)
                .forEach(line -> here.newLine(line.itemId()).promisedAs(line));
        here.withdraw(withdrawn == null ? State.MOVED : withdrawn);
        return here;
    }

    /** The donor brings the rest to another hub: this one closes with what came. */
    public boolean restComesElsewhere() {
        return withdrawn == State.MOVED;
    }

    /** After a confirmation, which may close it; what comes besides opens nothing again. */
    public void confirmed(boolean closes) {
        state = closes || isClosed() ? State.CLOSED : State.RECEIVING;
        version++;
    }

    /**
     * After a confirmation was undone.
     *
     * @param anyOther whether another one is still booked
     * @param closed whether another one closed it
     */
    public void undone(boolean anyOther, boolean closed) {
        boolean allAccountedFor = lines.stream().allMatch(line -> line.open().signum() == 0);
        if (allAccountedFor && closed) {
            state = State.CLOSED;
        } else {
            state = anyOther ? State.RECEIVING : Objects.requireNonNullElse(withdrawn, State.EXPECTED);
        }
        version++;
    }

    /** More of a lot is on its way here. */
    public void expectMore(UUID itemId, UUID lotId, BigDecimal quantity) {
        ArrivalLine line = lineOf(lotId).orElseGet(() -> newLine(itemId));
        line.expectMore(lotId, quantity);
        expectAgain();
        if (isClosed()) {
            state = State.RECEIVING;
        }
    }

    /**
     * So much of a lot is not on its way here after all.
     *
     * @return false when it has been accounted for here
     */
    public boolean expectLess(UUID lotId, BigDecimal quantity) {
        ArrivalLine line = lineOf(lotId).orElseThrow();
        if (line.open().compareTo(quantity) < 0) {
            return false;
        }
        line.expectLess(quantity);
        version++;
        if (lines.stream().allMatch(l -> l.expected().signum() == 0)) {
            withdraw(State.CANCELLED);
        }
        return true;
    }

    private Optional<ArrivalLine> lineOf(UUID lotId) {
        return lines.stream().filter(line -> lotId.equals(line.lotId())).findFirst();
    }

    public UUID id() {
        return id;
    }

    public UUID hubId() {
        return hubId;
    }

    public Kind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    public State withdrawn() {
        return withdrawn;
    }

    public UUID donationId() {
        return donationId;
    }

    public String code() {
        return code;
    }

    public UUID transferId() {
        return transferId;
    }

    public UUID senderHubId() {
        return senderHubId;
    }

    public String supplier() {
        return supplier;
    }

    public String documentNumber() {
        return documentNumber;
    }

    public FundingSource fundingSource() {
        return fundingSource;
    }

    public Handover handover() {
        return handover;
    }

    public Instant windowStart() {
        return windowStart;
    }

    public Instant windowEnd() {
        return windowEnd;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Instant cameAt() {
        return cameAt;
    }

    public long version() {
        return version;
    }

    public List<ArrivalLine> lines() {
        return lines;
    }
}
