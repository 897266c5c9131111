package it.milanoaiuta.foodhub.inbound.receipt;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import it.milanoaiuta.foodhub.copies.item.DateKind;

/**
 * Goods of a confirmed line that carry one date, as they were said.
 *
 * @param line position of the line in the receipt
 * @param date as printed; null for none
 * @param quantity in the item's base unit
 */
@Embeddable
public record ReceiptBatch(int line, String lotCode, @Enumerated(EnumType.STRING) DateKind dateKind, String date,
        BigDecimal quantity) {

    static ReceiptBatch of(int line, NewReceipt.Batch said) {
        return new ReceiptBatch(line, said.lotCode(), said.dateKind(), said.date(), said.quantity());
    }

    /** The same said again by a manager who looked. */
    NewReceipt.Batch again() {
        return new NewReceipt.Batch(lotCode, dateKind, date, quantity, true);
    }
}
