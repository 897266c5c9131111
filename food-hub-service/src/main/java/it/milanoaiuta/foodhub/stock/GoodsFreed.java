package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Goods given by donation lines are not given any more: set aside no longer, or come back and not set aside again. Observed in
 * the transaction that frees them.
 *
 * @param byDonationLine how much, in the item's base unit
 */
public record GoodsFreed(Map<UUID, BigDecimal> byDonationLine) {

    static GoodsFreed of(List<Reservation> released) {
        return new GoodsFreed(released.stream().filter(reservation -> reservation.donationLineId() != null)
                .collect(Collectors.toMap(Reservation::donationLineId, Reservation::quantity, BigDecimal::add)));
    }
}
