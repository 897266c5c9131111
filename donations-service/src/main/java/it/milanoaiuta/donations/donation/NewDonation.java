package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.donations.need.Service;
import it.milanoaiuta.platform.web.InvalidField;

/** Goods somebody promises, or one service. */
public record NewDonation(
        @Schema(description = "Where they will be brought; null: not known yet") UUID hubId,
        @Schema(description = "With windowEnd or not at all; at most 24 h before it") Instant windowStart,
        Instant windowEnd,
        @Schema(description = "Of goods always, of a service never") Handover handover,
        @Schema(description = "The organisation that gives; the caller is its member") UUID donorOrganisationId,
        @Schema(description = "The hub whose own stock this is; the caller manages it") UUID onBehalfOfHubId,
        @Schema(description = "What becomes of goods whose need ends first; HUB when not said") IfNotNeeded ifNotNeeded,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines) {

    boolean isService() {
        return lines.stream().anyMatch(line -> line.service() != null);
    }

    /** What annotations cannot say. A service is promised alone, to the need that asks for it, and comes through no hub. */
    void mustBeWhole() {
        for (int i = 0; i < lines.size(); i++) {
            if ((lines.get(i).itemId() == null) == (lines.get(i).service() == null)) {
                throw new InvalidField("lines[" + i + "].itemId", "item-or-service");
            }
        }
        mustBe(isService() || handover != null, "handover", "handover-missing");
        if (isService()) {
            mustBe(lines.size() == 1, "lines", "service-alone");
            mustBe(lines.get(0).needLineId() != null, "lines[0].needLineId", "service-needs-need");
            mustBe(handover == null, "handover", "service-through-no-hub");
            mustBe(hubId == null, "hubId", "service-through-no-hub");
            mustBe(onBehalfOfHubId == null, "onBehalfOfHubId", "service-through-no-hub");
        }
    }

    private static void mustBe(boolean right, String field, String code) {
        if (!right) {
            throw new InvalidField(field, code);
        }
    }

    /** Goods of one kind, or a service: exactly one of the two. */
    public record Line(
            @Schema(description = "The line of an open need they are promised to; null: general stock of the hub") UUID needLineId,
            UUID itemId,
            Service service,
            @NotNull @Positive @DecimalMax("1000000") @Digits(integer = 7, fraction = 3) @Schema(description = "At most what the need line lacks; the rest can be a line of general stock in the same request") BigDecimal quantity,
            @NotNull @Schema(description = "The item's base unit, or one that converts to it exactly; of a service its own") Unit unit) {}
}
