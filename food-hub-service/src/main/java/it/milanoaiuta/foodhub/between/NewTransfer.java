package it.milanoaiuta.foodhub.between;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.foodhub.copies.item.Unit;

/**
 * What one hub is to send to another.
 *
 * @param fromHubId the hub that sends, which the caller manages
 * @param toHubId another hub
 * @param handOver the day the goods are planned to reach people, Europe/Rome: their dates are judged on it; today when absent
 * @param lines what is wanted
 */
public record NewTransfer(@NotNull UUID fromHubId, @NotNull UUID toHubId, LocalDate handOver,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines) {

    /**
     * So much of one item.
     *
     * @param quantity in unit
     * @param unit the item's own or one it converts to exactly
     */
    @Schema(name = "NewTransferLine")
    public record Line(@NotNull UUID itemId, @NotNull @Positive @Digits(integer = 9, fraction = 3) BigDecimal quantity,
            @NotNull Unit unit) {}
}
