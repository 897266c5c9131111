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

    public UUID deliveryId;
    @Enumerated(EnumType.STRING)
    public State state;
    /** Of the delivery, after it. */
    @Enumerated(EnumType.STRING)
    public DeliveryState deliveryState;

    @Override
    protected UUID about() {
        return deliveryId;
    }
}
