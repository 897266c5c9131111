package it.milanoaiuta.foodhub.arrival;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.foodhub.item.Unit;
import it.milanoaiuta.foodhub.stock.FundingSource;

/** Goods that stand at the door and nobody told of, or a supplier's delivery: what is there is what is expected. */
public record NewArrival(@NotNull @Schema(description = "UNANNOUNCED or SUPPLIER") Arrival.Kind kind,
        @Size(max = 120) @Schema(description = "Who delivers; needed for SUPPLIER") String supplier,
        @NotNull FundingSource fundingSource,
        @Size(max = 60) @Schema(description = "Of the transport document, where there is one") String documentNumber,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid Line> lines) {

    /** @param unit the item's own or one it converts to */
    public record Line(@NotNull UUID itemId, @NotNull @Positive @Digits(integer = 9, fraction = 3) BigDecimal quantity,
            @NotNull Unit unit) {}
}
