package it.milanoaiuta.foodhub.outbound.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.hibernate.annotations.BatchSize;

import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.Ids;

/** Goods of a hub on their way to one household, or to the place of one need. */
@Entity
public class Delivery {

    @Id
    private UUID id;
    private UUID hubId;
    @Enumerated(EnumType.STRING)
    private DeliveryKind kind;
    private UUID householdId;
    private UUID needId;
    /** Day in Europe/Rome. */
    private LocalDate plannedFor;
    @Enumerated(EnumType.STRING)
    private DeliveryState state = DeliveryState.PLANNED;
    /** Since when its goods are where they are: planned, joined by more, loaded. Nothing at the door happened before. */
    private Instant goodsSince;
    private Instant loadedAt;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    @Enumerated(EnumType.STRING)
    private FailureReason failureReason;
    /** When it was handed over or failed. */
    private Instant confirmedAt;
    /** When what was not handed over was back at the hub. */
    private Instant returnedAt;
    @Version
    private long version;
    /** Sign-in ids of who brings it. */
    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "delivery_assignee", joinColumns = @JoinColumn(name = "delivery_id"))
    @Column(name = "subject")
    private Set<UUID> assignees = new HashSet<>();
    /** What is loaded; empty while it is planned, when its goods are still the hub's. */
    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "delivery_line", joinColumns = @JoinColumn(name = "delivery_id"))
    @OrderColumn(name = "position")
    private List<DeliveryLine> lines = new ArrayList<>();

    protected Delivery() {}

    private Delivery(UUID hubId, DeliveryKind kind, LocalDate plannedFor, Instant now) {
        this.id = Ids.next();
        this.hubId = hubId;
        this.kind = kind;
        this.plannedFor = plannedFor;
        this.goodsSince = now;
    }

    static Delivery toHousehold(UUID hubId, UUID householdId, LocalDate plannedFor, Instant now) {
        Delivery delivery = new Delivery(hubId, DeliveryKind.HOUSEHOLD, plannedFor, now);
        delivery.householdId = householdId;
        return delivery;
    }

    static Delivery toNeed(UUID hubId, UUID needId, LocalDate plannedFor, Instant now) {
        Delivery delivery = new Delivery(hubId, DeliveryKind.NEED, plannedFor, now);
        delivery.needId = needId;
        return delivery;
    }

    /** Its goods left the hub. */
    void load(Collection<DeliveryLine> goods, Instant at) {
        mustBe(DeliveryState.PLANNED);
        state = DeliveryState.LOADED;
        loadedAt = at;
        goodsSince = at;
        lines.addAll(goods);
    }

    /** Another day, other people. */
    void plan(LocalDate day, Collection<UUID> people) {
        mustBe(DeliveryState.PLANNED);
        plannedFor = day;
        assignees.clear();
        assignees.addAll(people);
    }

    void cancel() {
        mustBe(DeliveryState.PLANNED);
        state = DeliveryState.CANCELLED;
    }

    /**
     * What happened at the door.
     *
     * @param handedOver the lines with what was handed over of each
     * @param reason why nothing was; null unless it failed
     */
    void confirm(Outcome outcome, FailureReason reason, List<DeliveryLine> handedOver, Instant at) {
        mustBe(DeliveryState.LOADED);
        this.outcome = outcome;
        this.failureReason = reason;
        this.state = DeliveryState.valueOf(outcome.name());
        this.confirmedAt = at;
        lines.clear();
        lines.addAll(handedOver);
    }

    /** What was not handed over is back at the hub. */
    void comeBack(Instant at) {
        mustBeOnItsWayBack();
        if (state == DeliveryState.FAILED) {
            state = DeliveryState.RETURNED;
        }
        returnedAt = at;
    }

    /**
     * Whether who brings it may know the door: from some hours before she can be there until it is closed (domain, People and
     * what they may do). A delivery has a day and no hour: she can be there from the start of her shift, on its day (Europe/Rome).
     *
     * @param shiftStart of hers that day; long ago for none
     */
    boolean showsTheDoor(Instant now, Instant shiftStart, DeliveryRules rules) {
        Instant day = CityTime.startOf(plannedFor);
        Instant earliest = shiftStart.isAfter(day) ? shiftStart : day;
        return householdId != null && state.awaitsConfirmation() && !now.isBefore(earliest.minus(rules.doorBefore()));
    }

    void mustBeOnItsWayBack() {
        if (returnedAt != null || !DeliveryState.WITH_GOODS_LEFT.contains(state)) {
            throw new DeliveryNotInState(state);
        }
    }

    void mustBe(DeliveryState needed) {
        if (state != needed) {
            throw new DeliveryNotInState(state);
        }
    }

    public UUID id() {
        return id;
    }

    public UUID hubId() {
        return hubId;
    }

    public DeliveryKind kind() {
        return kind;
    }

    public UUID householdId() {
        return householdId;
    }

    public UUID needId() {
        return needId;
    }

    public LocalDate plannedFor() {
        return plannedFor;
    }

    public DeliveryState state() {
        return state;
    }

    /** More goods go with it. */
    void joinedBy(Instant now) {
        goodsSince = now;
    }

    public Instant goodsSince() {
        return goodsSince;
    }

    public Instant loadedAt() {
        return loadedAt;
    }

    public Outcome outcome() {
        return outcome;
    }

    public FailureReason failureReason() {
        return failureReason;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    public Instant returnedAt() {
        return returnedAt;
    }

    public long version() {
        return version;
    }

    public Set<UUID> assignees() {
        return assignees;
    }

    public List<DeliveryLine> lines() {
        return lines;
    }
}
