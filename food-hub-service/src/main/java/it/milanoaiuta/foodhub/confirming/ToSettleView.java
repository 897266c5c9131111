package it.milanoaiuta.foodhub.confirming;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A confirmation that did not apply any more when it came.
 *
 * @param kind what was confirmed
 * @param confirmationId made by the device
 * @param aboutId the arrival or delivery
 * @param said what was sent, as NewReceipt or NewConfirmation
 * @param author the sign-in id (sub) of who confirmed it
 * @param occurredAt when it happened, by the device; by us where that could not be true
 * @param recordedAt when it reached us
 * @param overdue it has waited for more than 24 hours, or had when it was settled
 * @param choice what a manager said it was; null while it waits
 * @param settledBy the sign-in id (sub) of who settled it; null while it waits
 * @param settledAt null while it waits
 * @param furtherArrivalId of FURTHER_ARRIVAL: the arrival it is booked in, of its own or, of a donation or between hubs,
 *        theirs; else null
 */
public record ToSettleView(UUID id, UUID hubId, ToSettle.Kind kind, UUID confirmationId, UUID aboutId,
        @Schema(implementation = Object.class) JsonNode said, UUID author, Instant occurredAt, Instant recordedAt,
        boolean overdue, ToSettle.Choice choice, UUID settledBy, Instant settledAt, UUID furtherArrivalId) {}
