package it.milanoaiuta.foodhub.confirming;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
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
    private UUID id;
    /** SHA-256 of what was sent. */
    private byte[] fingerprint;
    /** What was sent, as JSON. */
    private String request;
    private UUID author;
    /** When it happened. */
    private Instant occurredAt;
    /** The device's time could not be true and was replaced by ours. */
    private boolean timeReplaced;
    private Instant recordedAt;

    /** What was said, by whom, and that we know it from now on. */
    void said(UUID madeByDevice, String asJson, byte[] sha256, UUID by, Instant now) {
        id = madeByDevice;
        request = asJson;
        fingerprint = sha256;
        author = by;
        recordedAt = now;
    }

    /**
     * @param at by the device's clock; replaced by ours when it lies before the earliest possible time or ahead. Many devices
     *        tell whole seconds: in the second of the earliest time it is taken for that time
     */
    void happened(Instant at, Instant earliest) {
        timeReplaced = at.isBefore(earliest.truncatedTo(ChronoUnit.SECONDS)) || at.isAfter(recordedAt);
        occurredAt = timeReplaced ? recordedAt : at.isBefore(earliest) ? earliest : at;
    }

    boolean says(UUID aboutWhat, byte[] sha256) {
        return about().equals(aboutWhat) && Arrays.equals(fingerprint, sha256);
    }

    /** By the ledger, which says when it happened where our own time was taken. */
    public void bookedAt(Instant now) {
        if (timeReplaced) {
            occurredAt = now;
        }
    }

    /** The arrival or delivery it is about. */
    protected abstract UUID about();

    /** Null where our own time was taken: then the ledger says when it happened. */
    public Instant ownTime() {
        return timeReplaced ? null : occurredAt;
    }

    public UUID id() {
        return id;
    }

    public String request() {
        return request;
    }

    public UUID author() {
        return author;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public boolean isTimeReplaced() {
        return timeReplaced;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
