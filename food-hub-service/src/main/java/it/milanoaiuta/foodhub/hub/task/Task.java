package it.milanoaiuta.foodhub.hub.task;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.web.OpenValue;

/** What a manager of the hub has to look into. */
@Entity
public class Task {

    /** Why. */
    @Schema(name = "TaskKind", pattern = OpenValue.SHAPE)
    public enum Kind {
        /** Two deliveries in a row to one household, or for one need, failed (domain, Delivery). */
        DELIVERY_FAILED_TWICE,
        /** Somebody who was to bring a delivery does not carry it any more (domain, People and what they may do). */
        CARRIER_LEFT
    }

    @Id
    private UUID id;
    private UUID hubId;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    /** The household or need that nothing reached; of CARRIER_LEFT the delivery. */
    private UUID aboutId;
    /** The last one that failed, or the one that somebody does not bring. */
    private UUID deliveryId;
    private Instant openedAt;
    /** Null while it is open. */
    private UUID closedBy;
    private Instant closedAt;

    /** Once and for all: who closed it first did. */
    void close(UUID by, Instant at) {
        if (closedAt == null) {
            closedBy = by;
            closedAt = at;
        }
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

    public UUID aboutId() {
        return aboutId;
    }

    public UUID deliveryId() {
        return deliveryId;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant closedAt() {
        return closedAt;
    }
}
