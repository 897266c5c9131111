package it.milanoaiuta.foodhub.inbound;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Goods of a donation stand at the door of a hub, whether or not they were to come there.
 *
 * @param code of the donation, as people type it
 * @param cameAt when the goods came to a hub that did not expect them, at most 7 days ago; now when absent. Their shelf days
 *        count from it
 */
public record DonationHere(
        @NotBlank @Size(max = 60) @Schema(examples = "MA-7K3F-9QX2") String code,
        Instant cameAt) {}
