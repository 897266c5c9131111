package it.milanoaiuta.donations.need;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

import it.milanoaiuta.donations.catalogue.Item;
import it.milanoaiuta.donations.owner.Owner;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.InvalidField;

/**
 * What an organisation or a hub asks for. A transition is made on a row that was read under its lock
 * ({@link Needs#locked}), so that of two at once the second sees what the first did.
 */
@Entity
public class Need {

    @Id
    private UUID id;

    @Embedded
    private Owner owner;

    /** Made by the client: the same on the opportunity that asks for people. */
    private UUID postingId;

    @Embedded
    private Place deliverTo;

    private Instant byWhen;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    private NeedState state;

    /** Why a coordinator said no. */
    private String rejection;

    private UUID filedBy;

    private Instant filedAt;

    private Instant validatedAt;

    private Instant rejectedAt;

    /** Until when it is in the public lists; null before it was published. */
    private Instant freshUntil;

    @OneToMany(mappedBy = "need", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<NeedLine> lines = new ArrayList<>();

    /**
     * Waits for a coordinator, who sees what is asked.
     *
     * @param items those its lines name, by id
     * @throws InvalidField when its day is out of reach, or a line asks for what there is not, or not so finely
     */
    static Need filed(NewNeed asked, UUID person, Instant now, NeedRules rules, Map<UUID, Item> items) {
        mustBeReachable(asked.byWhen(), now, rules);
        Need need = new Need();
        need.id = Ids.next();
        need.owner = asked.owner();
        need.postingId = asked.postingId();
        need.deliverTo = asked.deliverTo();
        need.byWhen = asked.byWhen();
        need.urgency = asked.urgency();
        need.filedBy = person;
        need.filedAt = now;
        need.state = NeedState.PENDING;
        for (NewNeed.Line line : asked.lines()) {
            need.lines.add(NeedLine.asked(need, (short) need.lines.size(), line, items.get(line.itemId())));
        }
        return need;
    }

    void publish(Instant now, NeedRules rules) {
        state = NeedState.PUBLISHED;
        freshUntil = freshFrom(now, rules);
    }

    void validate(Instant now, NeedRules rules) {
        mustBe(state == NeedState.PENDING);
        validatedAt = now;
        publish(now, rules);
    }

    void reject(String reason, Instant now) {
        mustBe(state == NeedState.PENDING);
        state = NeedState.REJECTED;
        rejection = reason;
        rejectedAt = now;
    }

    /**
     * @param newByWhen null: as before
     * @return whether others are to be told: it had expired and is in the lists again, or has a new day
     * @throws InvalidField when its by-when has passed and no new one is said, or the new one is out of reach
     */
    boolean renew(Instant now, NeedRules rules, Instant newByWhen) {
        if (newByWhen != null) {
            mustBeReachable(newByWhen, now, rules);
        }
        mustBe(state.isLive());
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
        mustBe(state.isLive());
        state = NeedState.CLOSED_SHORT;
    }

    /** @return whether others were told of it before */
    boolean cancel() {
        mustBe(state.isLive() || state == NeedState.PENDING);
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

    private static void mustBeReachable(Instant byWhen, Instant now, NeedRules rules) {
        if (!byWhen.isAfter(now) || byWhen.isAfter(now.plus(rules.askAhead()))) {
            throw new InvalidField("byWhen", "by-when-out-of-reach");
        }
    }

    private void mustBe(boolean possible) {
        if (!possible) {
            throw new NeedHasMovedOn(state);
        }
    }

    public UUID id() {
        return id;
    }

    public Owner owner() {
        return owner;
    }

    public UUID postingId() {
        return postingId;
    }

    public Place deliverTo() {
        return deliverTo;
    }

    public Instant byWhen() {
        return byWhen;
    }

    public Urgency urgency() {
        return urgency;
    }

    public NeedState state() {
        return state;
    }

    public String rejection() {
        return rejection;
    }

    public UUID filedBy() {
        return filedBy;
    }

    public Instant freshUntil() {
        return freshUntil;
    }

    public List<NeedLine> lines() {
        return lines;
    }
}
