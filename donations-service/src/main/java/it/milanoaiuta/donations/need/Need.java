package it.milanoaiuta.donations.need;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

import it.milanoaiuta.donations.owner.Owner;
import it.milanoaiuta.platform.web.InvalidField;

/**
 * What an organisation or a hub asks for. A transition is made on a row that was read under its lock
 * ({@link Needs#locked}), so that of two at once the second sees what the first did.
 */
@Entity
public class Need {

    @Id
    public UUID id;

    @Embedded
    public Owner owner;

    /** Made by the client: the same on the opportunity that asks for people. */
    public UUID postingId;

    @Embedded
    public Place deliverTo;

    public Instant byWhen;

    @Enumerated(EnumType.STRING)
    public Urgency urgency;

    @Enumerated(EnumType.STRING)
    public NeedState state;

    /** Why a coordinator said no. */
    public String rejection;

    public UUID filedBy;

    public Instant filedAt;

    public Instant validatedAt;

    public Instant rejectedAt;

    /** Until when it is in the public lists; null before it was published. */
    public Instant freshUntil;

    @OneToMany(mappedBy = "need", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    public List<NeedLine> lines = new ArrayList<>();

    void publish(Instant now, NeedRules rules) {
        state = NeedState.PUBLISHED;
        freshUntil = freshFrom(now, rules);
    }

    void validate(Instant now, NeedRules rules) {
        require(state == NeedState.PENDING);
        validatedAt = now;
        publish(now, rules);
    }

    void reject(String reason, Instant now) {
        require(state == NeedState.PENDING);
        state = NeedState.REJECTED;
        rejection = reason;
        rejectedAt = now;
    }

    /**
     * @param newByWhen null: as before
     * @return whether others are to be told: it had expired and is in the lists again, or has a new day
     * @throws InvalidField when its by-when has passed and no new one is said
     */
    boolean renew(Instant now, NeedRules rules, Instant newByWhen) {
        require(state.isLive());
        boolean differs = state == NeedState.EXPIRED || newByWhen != null;
        byWhen = newByWhen == null ? byWhen : newByWhen;
        if (!byWhen.isAfter(now)) {
            throw new InvalidField("byWhen", "by-when-passed");
        }
        publish(now, rules);
        return differs;
    }

    /** Ends it with what was received. */
    void close() {
        require(state.isLive());
        state = NeedState.CLOSED_SHORT;
    }

    /** @return whether others were told of it before */
    boolean cancel() {
        require(state.isLive() || state == NeedState.PENDING);
        boolean wasTold = state.isLive();
        state = NeedState.CANCELLED;
        return wasTold;
    }

    /**
     * Urgent ones for 48 h, others for 7 days; never beyond its by-when: one that is published after it expires with the
     * next tick (domain, Need).
     */
    private Instant freshFrom(Instant now, NeedRules rules) {
        Instant atMost = now.plus(urgency == Urgency.ORDINARY ? rules.ordinaryFreshForAtMost() : rules.freshFor());
        return atMost.isBefore(byWhen) ? atMost : byWhen;
    }

    private void require(boolean possible) {
        if (!possible) {
            throw new NeedHasMovedOn(state);
        }
    }
}
