package it.milanoaiuta.foodhub.inbound.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.foodhub.confirming.OfflineConfirmation;

/**
 * What a manager confirmed of an arrival, and what it brought. What was sent and answered is kept as JSON beside it only so that
 * the same again gets the same answer: whatever is done with a receipt later rests on these facts.
 */
@Entity
public class Receipt extends OfflineConfirmation {

    /** What became of it. */
    @Schema(name = "ReceiptState")
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

    private UUID arrivalId;
    @Enumerated(EnumType.STRING)
    private State state;
    /** What was answered, as JSON: to be repeated, never read. */
    private String answer;
    private boolean closes;
    private UUID undoneBy;
    private Instant undoneAt;
    @OneToMany(mappedBy = "id.receipt", cascade = CascadeType.ALL)
    @OrderBy("id.position")
    private List<ReceiptLine> lines = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "receipt_batch", joinColumns = @JoinColumn(name = "receipt_id"))
    @OrderColumn(name = "position")
    private List<ReceiptBatch> batches = new ArrayList<>();
    /** Planned for needs the goods were given for. */
    @ElementCollection
    @CollectionTable(name = "receipt_delivery", joinColumns = @JoinColumn(name = "receipt_id"))
    @Column(name = "delivery_id")
    private Set<UUID> deliveryIds = new LinkedHashSet<>();

    /** @param closes whether nothing more is expected after it */
    static Receipt sent(UUID arrivalId, boolean closes) {
        Receipt receipt = new Receipt();
        receipt.arrivalId = arrivalId;
        receipt.closes = closes;
        return receipt;
    }

    /** What was said, booked or not. */
    void add(ReceiptLine line, NewReceipt.Line said) {
        lines.add(line);
        said.lots().forEach(lot -> batches.add(ReceiptBatch.of(line.id().position, lot)));
    }

    List<NewReceipt.Batch> batchesOf(ReceiptLine line) {
        return batches.stream().filter(batch -> batch.line() == line.id().position).map(ReceiptBatch::again).toList();
    }

    @Override
    protected UUID about() {
        return arrivalId;
    }

    void book() {
        state = State.BOOKED;
    }

    void waitToBeSettled() {
        state = State.TO_SETTLE;
    }

    /** @param json to be repeated */
    void answered(String json) {
        answer = json;
    }

    void undo(UUID by, Instant at) {
        state = State.UNDONE;
        undoneBy = by;
        undoneAt = at;
    }

    public UUID arrivalId() {
        return arrivalId;
    }

    public State state() {
        return state;
    }

    public String answer() {
        return answer;
    }

    public boolean closes() {
        return closes;
    }

    public List<ReceiptLine> lines() {
        return lines;
    }

    public Set<UUID> deliveryIds() {
        return deliveryIds;
    }
}
