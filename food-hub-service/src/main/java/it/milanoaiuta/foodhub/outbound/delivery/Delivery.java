package it.milanoaiuta.foodhub.outbound.delivery;

import java.time.Duration;
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

import it.milanoaiuta.foodhub.City;
import it.milanoaiuta.platform.web.Ids;

/** Goods of a hub on their way to one household, or to the place of one need. */
@Entity
public class Delivery {

    private static final Duration DOOR_BEFORE = Duration.ofHours(12);

    @Id
    public UUID id;
    public UUID hubId;
    @Enumerated(EnumType.STRING)
    public DeliveryKind kind;
    public UUID householdId;
    public UUID needId;
    /** Day in Europe/Rome. */
    public LocalDate plannedFor;
    @Enumerated(EnumType.STRING)
    public DeliveryState state = DeliveryState.PLANNED;
    /** Since when its goods are where they are: planned, joined by more, loaded. Nothing at the door happened before. */
    public Instant goodsSince;
    public Instant loadedAt;
    @Enumerated(EnumType.STRING)
    public Outcome outcome;
    @Enumerated(EnumType.STRING)
    public FailureReason failureReason;
    /** When it was handed over or failed. */
    public Instant confirmedAt;
    /** When what was not handed over was back at the hub. */
    public Instant returnedAt;
    @Version
    public long version;
    /** Sign-in ids of who brings it. */
    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "delivery_assignee", joinColumns = @JoinColumn(name = "delivery_id"))
    @Column(name = "subject")
    public Set<UUID> assignees = new HashSet<>();
    /** What is loaded; empty while it is planned, when its goods are still the hub's. */
    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "delivery_line", joinColumns = @JoinColumn(name = "delivery_id"))
    @OrderColumn(name = "position")
    public List<DeliveryLine> lines = new ArrayList<>();

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
        require(DeliveryState.PLANNED);
        state = DeliveryState.LOADED;
        loadedAt = at;
        goodsSince = at;
        lines.addAll(goods);
    }

    /** Another day, other people. */
    void plan(LocalDate day, Collection<UUID> people) {
        require(DeliveryState.PLANNED);
        plannedFor = day;
        assignees.clear();
        assignees.addAll(people);
    }

    void cancel() {
        require(DeliveryState.PLANNED);
        state = DeliveryState.CANCELLED;
    }

    /**
     * What happened at the door.
     *
     * @param handedOver the lines with what was handed over of each
     * @param reason why nothing was; null unless it failed
     */
    void confirm(Outcome outcome, FailureReason reason, List<DeliveryLine> handedOver, Instant at) {
        require(DeliveryState.LOADED);
        this.outcome = outcome;
        this.failureReason = reason;
        this.state = DeliveryState.valueOf(outcome.name());
        this.confirmedAt = at;
        lines.clear();
        lines.addAll(handedOver);
    }

    /** What was not handed over is back at the hub. */
    void comeBack(Instant at) {
        requireOnItsWayBack();
        if (state == DeliveryState.FAILED) {
            state = DeliveryState.RETURNED;
        }
        returnedAt = at;
    }

    /**
     * Whether who brings it may know the door: from twelve hours before she can be there until it is closed (domain, People and
     * what they may do). A delivery has a day and no hour: she can be there from the start of her shift, on its day (Europe/Rome).
     *
     * @param shiftStart of hers that day; long ago for none
     */
    boolean showsTheDoor(Instant now, Instant shiftStart) {
        Instant day = plannedFor.atStartOfDay(City.ZONE).toInstant();
        Instant earliest = shiftStart.isAfter(day) ? shiftStart : day;
        return householdId != null && state.awaitsConfirmation() && !now.isBefore(earliest.minus(DOOR_BEFORE));
    }

    void requireOnItsWayBack() {
        if (returnedAt != null || !DeliveryState.WITH_GOODS_LEFT.contains(state)) {
            throw new DeliveryNotInState(state);
        }
    }

    void require(DeliveryState needed) {
        if (state != needed) {
            throw new DeliveryNotInState(state);
        }
    }
}
