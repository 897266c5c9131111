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

import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.donations.need.Service;
import it.milanoaiuta.platform.web.InvalidField;

/**
 * Goods somebody promises, or one service.
 *
 * @param hubId where they will be brought; null: the hub whose need or stock it is, else not known yet; never of a service
 * @param windowStart from when they come, at most 60 days ahead; with windowEnd or not at all
 * @param windowEnd until when they come: in the future, at most 24 h after windowStart
 * @param handover how they come to the hub; of goods always, of a service never
 * @param donorOrganisationId the organisation that gives, of which the caller is a member; null: she gives herself
 * @param onBehalfOfHubId the hub whose own stock this is, which the caller manages; null for everybody else's goods
 * @param ifNotNeeded what becomes of goods whose need ends first; HUB when not said
 * @param lines what is given; of a service exactly one
 */
public record NewDonation(
        UUID hubId,
        Instant windowStart,
        Instant windowEnd,
        Handover handover,
        UUID donorOrganisationId,
        UUID onBehalfOfHubId,
        IfNotNeeded ifNotNeeded,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines) {

    boolean offersService() {
        return lines.stream().anyMatch(line -> line.service() != null);
    }

    /** What annotations cannot say. A service is promised alone, to the need that asks for it, and comes through no hub. */
    void mustBeWhole() {
        for (int i = 0; i < lines.size(); i++) {
            if ((lines.get(i).itemId() == null) == (lines.get(i).service() == null)) {
                throw new InvalidField("lines[" + i + "].itemId", "item-or-service");
            }
        }
        mustBe(offersService() || handover != null, "handover", "handover-missing");
        if (offersService()) {
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

    /**
     * Goods of one kind, or a service: exactly one of the two (400 item-or-service).
     *
     * @param needLineId the line of an open need they are promised to; null: general stock of the hub
     * @param itemId what is given; what the need line asks for
     * @param service what is given; only for a need line that asks for it
     * @param quantity at most what the need line lacks, in unit; the rest can be a line of general stock in the same request
     * @param unit the item's base unit, or one that converts to it exactly; of a service its own
     */
    public record Line(
            UUID needLineId,
            UUID itemId,
            Service service,
            @NotNull @Positive @DecimalMax("1000000") @Digits(integer = 7, fraction = 3) BigDecimal quantity,
            @NotNull Unit unit) {}
}
