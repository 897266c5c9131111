package it.milanoaiuta.foodhub.hub.task;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** What a manager of the hub has to look into. */
@Entity
public class Task {

    /** Why. */
    public enum Kind {
        /** Two deliveries in a row to one household, or for one need, failed (domain, Delivery). */
        DELIVERY_FAILED_TWICE,
        /** Somebody who was to bring a delivery does not carry it any more (domain, People and what they may do). */
        CARRIER_LEFT
    }

    @Id
    public UUID id;
    public UUID hubId;
    @Enumerated(EnumType.STRING)
    public Kind kind;
    /** The household or need that nothing reached; of CARRIER_LEFT the delivery. */
    public UUID aboutId;
    /** The last one that failed, or the one that somebody does not bring. */
    public UUID deliveryId;
    public Instant openedAt;
    /** Null while it is open. */
    public UUID closedBy;
    public Instant closedAt;

    /** Once and for all: who closed it first did. */
    void close(UUID by, Instant at) {
        if (closedAt == null) {
            closedBy = by;
            closedAt = at;
        }
    }
}
