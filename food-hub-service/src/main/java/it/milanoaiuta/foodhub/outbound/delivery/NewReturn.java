package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was not handed over is back at the hub. */
public record NewReturn(
        @Size(max = 200) @Schema(description = "Of chilled and frozen goods; without a reading in tolerance they go to quarantine") List<@NotNull @Valid Reading> readings) {

    /** @param celsius in °C */
    public record Reading(@NotNull UUID itemId,
            @NotNull @Digits(integer = 2, fraction = 1) @DecimalMin("-60") @DecimalMax("60") BigDecimal celsius) {}

    public NewReturn {
        readings = readings == null ? List.of() : readings;
    }
}
