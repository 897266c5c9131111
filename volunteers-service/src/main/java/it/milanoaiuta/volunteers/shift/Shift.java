package it.milanoaiuta.volunteers.shift;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.volunteers.opportunity.Opportunity;
import it.milanoaiuta.volunteers.opportunity.Task;
import it.milanoaiuta.volunteers.owner.Owner;

/** A time at which help is wanted; the places are in its roles. Period half-open, to the second. */
@Entity
public class Shift {

    /** Whether a shift will be held. */
    @Schema(name = "ShiftState")
    public enum State {
        /** To be held, being held, or past. */
        OPEN,
        /** Not held; everybody in it was told. */
        CANCELLED
    }

    /** Why it is not held. */
    public enum CancelReason {
        OWNER, HELP_NO_LONGER_NEEDED,
        /** Nobody took it over. */
        ORGANISATION_SUSPENDED
    }

    /** Leaving later than this before the start is late (domain, Sign-up). */
    private static final Duration LATE = Duration.ofHours(24);
    /** So short before the start everybody who waits is asked at once (domain, Sign-up). */
    private static final Duration LAST_CALL = Duration.ofHours(2);

    @Id
    private UUID id;
    @ManyToOne(fetch = FetchType.LAZY)
    private Opportunity opportunity;
    @Embedded
    private Owner owner;
    private Task task;
    private Integer municipio;
    private UUID helpRequestId;
    private Instant startsAt;
    private Instant endsAt;
    private int minimumStaffing;
    @Enumerated(EnumType.STRING)
    private State state;
    @Enumerated(EnumType.STRING)
    private CancelReason cancelReason;
    private Instant createdAt;
    /** Of what is decided about it: times, places, owner. Who signs up does not change it. */
    @Version
    private long version;

    /** @param helpRequestId the hub's request it answers, or null */
    static Shift opened(UUID id, Opportunity opportunity, Instant start, Instant end, int minimumStaffing,
            UUID helpRequestId, Instant now) {
        Shift shift = new Shift();
        shift.id = id;
        shift.opportunity = opportunity;
        shift.owner = opportunity.owner();
        shift.task = opportunity.task();
        shift.municipio = opportunity.municipio();
        shift.helpRequestId = helpRequestId;
        shift.startsAt = start;
        shift.endsAt = end;
        shift.minimumStaffing = minimumStaffing;
        shift.state = State.OPEN;
        shift.createdAt = now;
        return shift;
    }

    public void change(NewShift wanted) {
        startsAt = wanted.start();
        endsAt = wanted.end();
        minimumStaffing = wanted.minimumStaffing();
    }

    /** @param same the same help as another organises it, whose shift this is from now on */
    public void handOver(Opportunity same) {
        opportunity = same;
        owner = same.owner();
    }

    public void cancel(CancelReason reason) {
        state = State.CANCELLED;
        cancelReason = reason;
    }

    public boolean isCancelled() {
        return state == State.CANCELLED;
    }

    public boolean hasStarted(Instant now) {
        return !startsAt.isAfter(now);
    }

    /** Whether the start is so near that leaving is late, and people are asked before they get a place. */
    public boolean isNear(Instant now) {
        return startsAt.isBefore(now.plus(LATE));
    }

    /** From when on whoever comes first takes a free place, asked or not. */
    public Instant lastCall() {
        return startsAt.minus(LAST_CALL);
    }

    public long version() {
        return version;
    }

    public UUID id() {
        return id;
    }

    public Opportunity opportunity() {
        return opportunity;
    }

    public Owner owner() {
        return owner;
    }

    public UUID helpRequestId() {
        return helpRequestId;
    }

    /** Null unless it is cancelled. */
    public CancelReason cancelReason() {
        return cancelReason;
    }

    /** People without whom it cannot be held. */
    public int minimumStaffing() {
        return minimumStaffing;
    }

    public Instant start() {
        return startsAt;
    }

    public Instant end() {
        return endsAt;
    }

    State state() {
        return state;
    }
}
