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
    private UUID id;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private UUID hubId;
    /** Made by the device. */
    private UUID confirmationId;
    /** The arrival or delivery. */
    private UUID aboutId;
    /** What was sent, as JSON. */
    private String said;
    private UUID author;
    private Instant occurredAt;
    private Instant recordedAt;
    /** Null until it is settled, and so the rest. */
    @Enumerated(EnumType.STRING)
    private Choice choice;
    private UUID settledBy;
    private Instant settledAt;
    /** What was sent to settle it, as JSON. */
    private String settlement;
    /** The arrival it is booked in; null for none. */
    private UUID furtherArrivalId;

    /** What was said does not apply any more; it waits for a manager. */
    static ToSettle kept(Kind kind, UUID hubId, OfflineConfirmation confirmation) {
        ToSettle kept = new ToSettle();
        kept.id = Ids.next();
        kept.kind = kind;
        kept.hubId = hubId;
        kept.confirmationId = confirmation.id();
        kept.aboutId = confirmation.about();
        kept.said = confirmation.request();
        kept.author = confirmation.author();
        kept.occurredAt = confirmation.occurredAt();
        kept.recordedAt = confirmation.recordedAt();
        return kept;
    }

    /**
     * A manager said what it was.
     *
     * @param asJson what she sent
     * @param furtherArrival it is booked in; null for none
     */
    void settle(Choice chosen, String asJson, UUID furtherArrival, UUID manager, Instant now) {
        choice = chosen;
        settlement = asJson;
        furtherArrivalId = furtherArrival;
        settledBy = manager;
        settledAt = now;
    }

    public boolean isSettled() {
        return choice != null;
    }

    public UUID id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public UUID hubId() {
        return hubId;
    }

    public UUID confirmationId() {
        return confirmationId;
    }

    public UUID aboutId() {
        return aboutId;
    }

    public String said() {
        return said;
    }

    public UUID author() {
        return author;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Choice choice() {
        return choice;
    }

    public UUID settledBy() {
        return settledBy;
    }

    public Instant settledAt() {
        return settledAt;
    }

    public String settlement() {
        return settlement;
    }

    public UUID furtherArrivalId() {
        return furtherArrivalId;
    }
}
