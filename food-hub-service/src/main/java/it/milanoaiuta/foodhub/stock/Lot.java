package it.milanoaiuta.foodhub.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

import it.milanoaiuta.foodhub.copies.item.DateKind;
import it.milanoaiuta.foodhub.copies.item.StorageClass;

/** Goods of one item that came in together and carry one date; one lot wherever it goes. Written once. */
@Entity
@Immutable
public class Lot {

    @Id
    public UUID id;
    public UUID itemId;
    /** As printed, in the spelling of this item's first ({@link Lots#spelled}); null when there is none. */
    public String code;
    @Enumerated(EnumType.STRING)
    public DateKind dateKind;
    @Enumerated(EnumType.STRING)
    public PrintedDate.Precision datePrecision;
    /** Last day of the printed period, or use-within day; null when the goods do not spoil. */
    public LocalDate lastDay;
    @Enumerated(EnumType.STRING)
    public StorageClass storageClass;
    @Enumerated(EnumType.STRING)
    public FundingSource fundingSource;
    /** One step back: the arrival it came with, and there the donation line or the supplier. */
    public UUID arrivalId;
    public UUID donationLineId;
    public String supplier;
    public Instant receivedAt;

    /** The date as printed, or the use-within day; null when the goods do not spoil. */
    public String date() {
        if (lastDay == null) {
            return null;
        }
        return datePrecision == null ? lastDay.toString() : new PrintedDate(datePrecision, lastDay).toString();
    }
}
