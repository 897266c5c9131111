package it.milanoaiuta.foodhub.confirming;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/**
 * What a person confirmed, perhaps offline and sent later (domain, Confirmations made offline). Its id is made by her device and
 * kept for ever, with what she sent: the same again changes nothing.
 */
@MappedSuperclass
public abstract class OfflineConfirmation {

    @Id
    public UUID id;
    /** SHA-256 of what was sent. */
    public byte[] fingerprint;
    /** What was sent, as JSON. */
    public String request;
    public UUID author;
    /** When it happened. */
    public Instant occurredAt;
    /** The device's time could not be true and was replaced by ours. */
    public boolean timeReplaced;
    public Instant recordedAt;

    /** The arrival or delivery it is about. */
    protected abstract UUID about();

    /** Null where our own time was taken: then the ledger says when it happened. */
    public Instant ownTime() {
        return timeReplaced ? null : occurredAt;
    }
}
