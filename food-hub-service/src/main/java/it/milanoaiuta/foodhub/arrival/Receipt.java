package it.milanoaiuta.foodhub.arrival;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

import it.milanoaiuta.foodhub.offline.OfflineConfirmation;

/** What a manager confirmed of an arrival, with what she was answered: the same again gets the same answer. */
@Entity
public class Receipt extends OfflineConfirmation {

    /** What became of it. */
    public enum State {
        /** In the ledger. */
        BOOKED,
        /** It did not apply any more when it came; kept for a manager to decide. */
        TO_SETTLE,
        /** A manager decided what it was. */
        SETTLED,
        /** Taken back. */
        UNDONE
    }

    public UUID arrivalId;
    @Enumerated(EnumType.STRING)
    public State state;
    /** What was answered, as JSON. */
    public String answer;
    public boolean closes;
    public UUID undoneBy;
    public Instant undoneAt;
    @OneToMany(mappedBy = "id.receipt", cascade = CascadeType.ALL)
    @OrderBy("id.position")
    public List<ReceiptLine> lines = new ArrayList<>();

    protected Receipt() {}

    Receipt(UUID arrivalId, boolean closes) {
        this.arrivalId = arrivalId;
        this.closes = closes;
    }

    @Override
    protected UUID about() {
        return arrivalId;
    }

    void undo(UUID by, Instant at) {
        state = State.UNDONE;
        undoneBy = by;
        undoneAt = at;
    }
}
