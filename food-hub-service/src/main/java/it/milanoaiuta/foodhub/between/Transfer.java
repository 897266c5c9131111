package it.milanoaiuta.foodhub.between;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.BatchSize;

import it.milanoaiuta.platform.web.Ids;

/**
 * Goods go from one hub to another. The draft sets its lots aside; dispatched, they are in neither hub until the other one
 * confirms their arrival.
 */
@Entity
public class Transfer {

    /** How far a transfer is until it leaves; what became of it then is said by its arrivals. */
    @Schema(name = "TransferOwnState")
    public enum State {
        /** Goods are set aside for it; nothing has left. */
        DRAFT,
        /** It has left, whatever became of it. */
        DISPATCHED,
        /** Given up before it left. */
        CANCELLED
    }

    @Id
    private UUID id;
    private UUID fromHubId;
    private UUID toHubId;
    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;
    /** The day the goods are planned to reach people, Europe/Rome: their dates are judged on it. */
    private LocalDate handOver;
    private UUID createdBy;
    private Instant createdAt;
    private UUID dispatchedBy;
    private Instant dispatchedAt;
    @Version
    private long version = 1;
    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "transfer_line", joinColumns = @JoinColumn(name = "transfer_id"))
    @OrderColumn(name = "position")
    private List<Line> lines = new ArrayList<>();
    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "transfer_lot", joinColumns = @JoinColumn(name = "transfer_id"))
    private List<Load> lots = new ArrayList<>();

    /** What was asked for, in the item's base unit. */
    @Embeddable
    public record Line(UUID itemId, BigDecimal wanted) {}

    /** What was found for it. */
    @Embeddable
    public record Load(UUID lotId, UUID itemId, BigDecimal quantity) {}

    /**
     * Its lines, and the lots that are set aside for it, are added.
     *
     * @param handOver the day the goods are planned to reach people, Europe/Rome
     * @param manager of the hub that sends it
     */
    static Transfer drafted(NewTransfer drafted, LocalDate handOver, UUID manager, Instant now) {
        Transfer transfer = new Transfer();
        transfer.id = Ids.next();
        transfer.fromHubId = drafted.fromHubId();
        transfer.toHubId = drafted.toHubId();
        transfer.handOver = handOver;
        transfer.createdBy = manager;
        transfer.createdAt = now;
        return transfer;
    }

    /** @throws TransferNotDraft when it has left or was cancelled */
    void mustBeDraft() {
        if (state != State.DRAFT) {
            throw new TransferNotDraft();
        }
    }

    void dispatch(UUID by, Instant at) {
        state = State.DISPATCHED;
        dispatchedBy = by;
        dispatchedAt = at;
    }

    void cancel() {
        state = State.CANCELLED;
    }

    public UUID id() {
        return id;
    }

    public UUID fromHubId() {
        return fromHubId;
    }

    public UUID toHubId() {
        return toHubId;
    }

    public State state() {
        return state;
    }

    public LocalDate handOver() {
        return handOver;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant dispatchedAt() {
        return dispatchedAt;
    }

    public long version() {
        return version;
    }

    public List<Line> lines() {
        return lines;
    }

    public List<Load> lots() {
        return lots;
    }
}
