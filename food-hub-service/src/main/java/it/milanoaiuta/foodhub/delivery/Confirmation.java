package it.milanoaiuta.foodhub.delivery;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

/**
 * What a person confirmed of a delivery. Its id is made by her device and kept for ever, with what she sent and what became
 * of it: the same again gets the same answer and changes nothing.
 */
@Entity
@Immutable
public class Confirmation {

    /** What became of it. */
    public enum State {
        /** In the ledger. */
        BOOKED,
        /** It did not apply any more when it came; kept for a person to decide. */
        TO_SETTLE
    }

    @Id
    public UUID id;
    public UUID deliveryId;
    @Enumerated(EnumType.STRING)
    public State state;
    /** SHA-256 of what was sent. */
    public byte[] fingerprint;
    /** What was sent, as JSON. */
    public String request;
    /** Of the delivery, after it. */
    @Enumerated(EnumType.STRING)
    public DeliveryState deliveryState;
    public UUID author;
    public Instant occurredAt;
    /** The device's time could not be true and was replaced by ours. */
    public boolean timeReplaced;
    public Instant recordedAt;
}
