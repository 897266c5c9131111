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

/**
 * What was not handed over is back at the hub.
 *
 * @param readings of chilled and frozen goods; without a reading in tolerance they go to quarantine
 */
public record NewReturn(
        @Size(max = 200) List<@NotNull @Valid Reading> readings) {

    /**
     * How cold goods of one item are.
     *
     * @param itemId one of the delivery's
     * @param celsius °C
     */
    public record Reading(@NotNull UUID itemId,
            @NotNull @Digits(integer = 2, fraction = 1) @DecimalMin("-60") @DecimalMax("60") BigDecimal celsius) {}

    public NewReturn {
        readings = readings == null ? List.of() : readings;
    }
}
