package it.milanoaiuta.foodhub.arrival;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

/**
 * What a manager confirmed of an arrival, perhaps offline and sent later. Its id is made by her device and kept for ever,
 * with what she sent and what she was answered: the same again gets the same answer and changes nothing.
 */
@Entity
public class Receipt {

    /** What became of it. */
    public enum State {
        /** In the ledger. */
        BOOKED,
        /** It did not apply any more when it came; kept for a person to decide. */
        TO_SETTLE,
        /** Taken back. */
        UNDONE
    }

    @Id
    public UUID id;
    public UUID arrivalId;
    @Enumerated(EnumType.STRING)
    public State state;
    /** SHA-256 of what was sent. */
    public byte[] fingerprint;
    /** What was sent, as JSON. */
    public String request;
    /** What was answered, as JSON. */
    public String answer;
    public UUID author;
    /** When the goods were taken. */
    public Instant occurredAt;
    /** The device's time could not be true and was replaced by ours. */
    public boolean timeReplaced;
    public Instant recordedAt;
    public boolean closes;
    public UUID undoneBy;
    public Instant undoneAt;
    @OneToMany(mappedBy = "id.receipt", cascade = CascadeType.ALL)
    @OrderBy("id.position")
    public List<ReceiptLine> lines = new ArrayList<>();

    protected Receipt() {}

    Receipt(UUID id, UUID arrivalId, UUID author, Instant recordedAt) {
        this.id = id;
        this.arrivalId = arrivalId;
        this.author = author;
        this.recordedAt = recordedAt;
    }

    void undo(UUID by, Instant at) {
        state = State.UNDONE;
        undoneBy = by;
        undoneAt = at;
    }
}
