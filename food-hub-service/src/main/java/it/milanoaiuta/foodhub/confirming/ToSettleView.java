package it.milanoaiuta.foodhub.confirming;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

@Schema(description = "A confirmation that did not apply any more when it came")
public record ToSettleView(UUID id, UUID hubId,
        @Schema(description = "RECEIPT: of an arrival. DELIVERY: of a delivery") ToSettle.Kind kind,
        @Schema(description = "Made by the device") UUID confirmationId,
        @Schema(description = "The arrival or delivery") UUID aboutId,
        @Schema(description = "What was sent", implementation = Object.class) JsonNode said, UUID author, Instant occurredAt,
        Instant recordedAt, @Schema(description = "It has waited for more than 24 hours") boolean overdue,
        @Schema(description = "Null while it waits") ToSettle.Choice choice, UUID settledBy, Instant settledAt,
        @Schema(description = "Of FURTHER_ARRIVAL: the arrival it is booked in, of its own or, of a donation or between hubs, theirs") UUID furtherArrivalId) {}
