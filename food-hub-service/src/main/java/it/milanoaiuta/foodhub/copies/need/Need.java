package it.milanoaiuta.foodhub.copies.need;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/**
 * What we know of a need (owned by donations-service, copied by event). One met first in the line of a donation is a stub
 * without owner.
 */
@Entity
public class Need {

    /** Whose need it is. */
    public enum OwnerKind {
        ORGANISATION, HUB
    }

    /** OPEN and EXPIRED ones still want their goods. */
    public enum State {
        OPEN, EXPIRED, FULFILLED, CLOSED_SHORT, CANCELLED
    }

    @Id
    private UUID id;
    @Enumerated(EnumType.STRING)
    private OwnerKind ownerKind;
    private UUID ownerId;
    private Instant byWhen;
    private String urgency;
    private Integer municipio;
    @Enumerated(EnumType.STRING)
    private State state;

    /** Published, or again: what it asks for is its lines. */
    void publish(NeedsHeard.Asked as) {
        ownerKind = as.ownerKind();
        ownerId = as.ownerId();
        byWhen = as.byWhen();
        urgency = as.urgency();
        municipio = as.municipio();
        state = State.OPEN;
    }

    void is(State now) {
        state = now;
    }

    /** Who asks and for what is known: until it is published here, only its id is. */
    public boolean isHeardOf() {
        return ownerKind != null;
    }

    /** A hub asks for itself: what it accepts for it is there. */
    public boolean isOfHub() {
        return ownerKind == OwnerKind.HUB;
    }

    public boolean hasEnded() {
        return state != State.OPEN && state != State.EXPIRED;
    }

    /**
     * Whether goods given for it are set aside and brought to it. So are those of a need we only know by id: if it turns out
     * to be a hub's own they are freed then.
     */
    public boolean wantsDelivery() {
        return !hasEnded() && !isOfHub();
    }

    public UUID id() {
        return id;
    }

    public UUID ownerId() {
        return ownerId;
    }
}
