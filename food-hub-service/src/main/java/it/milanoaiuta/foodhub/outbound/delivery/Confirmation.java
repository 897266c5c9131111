package it.milanoaiuta.foodhub.outbound.delivery;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;

import it.milanoaiuta.foodhub.confirming.OfflineConfirmation;

/** What a person confirmed of a delivery. */
@Entity
@Immutable
public class Confirmation extends OfflineConfirmation {

    /** What became of it. */
    @Schema(name = "ConfirmationState")
    public enum State {
        /** In the ledger. */
        BOOKED,
        /** It did not apply any more when it came; kept for a manager to decide. */
        TO_SETTLE,
        /** A manager decided what it was. */
        SETTLED
    }

    private UUID deliveryId;
    @Enumerated(EnumType.STRING)
    private State state;
    /** Of the delivery, after it. */
    @Enumerated(EnumType.STRING)
    private DeliveryState deliveryState;

    static Confirmation sent(UUID deliveryId) {
        Confirmation confirmation = new Confirmation();
        confirmation.deliveryId = deliveryId;
        return confirmation;
    }

    /** @param after of the delivery, once it was booked */
    void book(DeliveryState after) {
        state = State.BOOKED;
        deliveryState = after;
    }

    /** @param met of the delivery, to which it did not apply any more */
    void waitToBeSettled(DeliveryState met) {
        state = State.TO_SETTLE;
        deliveryState = met;
    }

    @Override
    protected UUID about() {
        return deliveryId;
    }

    public UUID deliveryId() {
        return deliveryId;
    }

    public State state() {
        return state;
    }

    public DeliveryState deliveryState() {
        return deliveryState;
    }
}
