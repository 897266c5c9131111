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

/** What one hub is to send to another. */
public record NewTransfer(@NotNull UUID fromHubId, @NotNull UUID toHubId,
        @Schema(description = "The day the goods are planned to reach people, Europe/Rome: their dates are judged on it; today when absent") LocalDate handOver,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines) {

    /** @param unit the item's own or one it converts to */
    @Schema(name = "NewTransferLine")
    public record Line(@NotNull UUID itemId, @NotNull @Positive @Digits(integer = 9, fraction = 3) BigDecimal quantity,
            @NotNull Unit unit) {}
}
