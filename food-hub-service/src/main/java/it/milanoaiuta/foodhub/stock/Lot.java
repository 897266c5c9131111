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
import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.StorageClass;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.Ids;

/** Goods of one item that came in together and carry one date; one lot wherever it goes. Written once. */
@Entity
@Immutable
public class Lot {

    @Id
    private UUID id;
    private UUID itemId;
    /** As printed, in the spelling of this item's first ({@link Lots#spelled}); null when there is none. */
    private String code;
    @Enumerated(EnumType.STRING)
    private DateKind dateKind;
    @Enumerated(EnumType.STRING)
    private PrintedDate.Precision datePrecision;
    /** Last day of the printed period, or use-within day; null when the goods do not spoil. */
    private LocalDate lastDay;
    @Enumerated(EnumType.STRING)
    private StorageClass storageClass;
    private FundingSource fundingSource;
    /** One step back: the arrival it came with, and there the donation line or the supplier. */
    private UUID arrivalId;
    private UUID donationLineId;
    private String supplier;
    private Instant receivedAt;

    /**
     * One step back.
     *
     * @param donationLineId null when no donation is behind it
     * @param supplier null where there is none
     * @param receivedAt from when on shelf days count
     */
    public record Origin(UUID arrivalId, UUID donationLineId, String supplier, FundingSource fundingSource,
            Instant receivedAt) {}

    /** Goods that came in with a date printed on them. */
    public static Lot dated(Item item, String code, DateKind kind, PrintedDate printed, Origin origin) {
        Lot lot = new Lot(item, code, kind, origin);
        lot.datePrecision = printed.precision();
        lot.lastDay = printed.lastDay();
        return lot;
    }

    /** Goods without a printed date: good for the item's shelf days, when they spoil at all. */
    public static Lot undated(Item item, String code, Origin origin) {
        Lot lot = new Lot(item, code, DateKind.NONE, origin);
        lot.lastDay = item.useWithin(CityTime.dayOf(origin.receivedAt()));
        return lot;
    }

    protected Lot() {}

    private Lot(Item item, String code, DateKind kind, Origin origin) {
        this.id = Ids.next();
        this.itemId = item.id();
        this.code = code;
        this.dateKind = kind;
        this.storageClass = item.storageClass();
        this.fundingSource = origin.fundingSource();
        this.arrivalId = origin.arrivalId();
        this.donationLineId = origin.donationLineId();
        this.supplier = origin.supplier();
        this.receivedAt = origin.receivedAt();
    }

    /** The date as printed, or the use-within day; null when the goods do not spoil. */
    public String date() {
        if (lastDay == null) {
            return null;
        }
        return datePrecision == null ? lastDay.toString() : new PrintedDate(datePrecision, lastDay).toString();
    }

    public UUID id() {
        return id;
    }

    public UUID itemId() {
        return itemId;
    }

    public String code() {
        return code;
    }

    public DateKind dateKind() {
        return dateKind;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public UUID donationLineId() {
        return donationLineId;
    }
}
