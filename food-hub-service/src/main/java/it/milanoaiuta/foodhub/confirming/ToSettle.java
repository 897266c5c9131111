package it.milanoaiuta.foodhub.confirming;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.web.Ids;

/** A confirmation that no longer applied when it came, until a manager of the hub says what it was, and what she said. */
@Entity
public class ToSettle {

    /** What was confirmed. */
    @Schema(name = "ToSettleKind")
    public enum Kind {
        /** Goods that came, of an arrival. */
        RECEIPT,
        /** Goods that were handed over or not, of a delivery. */
        DELIVERY
    }

    /** What it was. */
    public enum Choice {
        /** The goods that are booked already: nothing more to book. */
        SAME_GOODS,
        /** Goods that came besides: they are booked with their donation or transfer, else as an arrival of their own. */
        FURTHER_ARRIVAL,
        /** Something is booked wrong: a movement corrects it. */
        CORRECTION
    }

    @Id
    public UUID id;
    @Enumerated(EnumType.STRING)
    public Kind kind;
    public UUID hubId;
    /** Made by the device. */
    public UUID confirmationId;
    /** The arrival or delivery. */
    public UUID aboutId;
    /** What was sent, as JSON. */
    public String said;
    public UUID author;
    public Instant occurredAt;
    public Instant recordedAt;
    /** Null until it is settled, and so the rest. */
    @Enumerated(EnumType.STRING)
    public Choice choice;
    public UUID settledBy;
    public Instant settledAt;
    /** What was sent to settle it, as JSON. */
    public String settlement;
    /** The arrival it is booked in; null for none. */
    public UUID furtherArrivalId;

    protected ToSettle() {}

    ToSettle(Kind kind, UUID hubId, OfflineConfirmation confirmation) {
        this.id = Ids.next();
        this.kind = kind;
        this.hubId = hubId;
        this.confirmationId = confirmation.id;
        this.aboutId = confirmation.about();
        this.said = confirmation.request;
        this.author = confirmation.author;
        this.occurredAt = confirmation.occurredAt;
        this.recordedAt = confirmation.recordedAt;
    }

    public boolean isSettled() {
        return choice != null;
    }
}
