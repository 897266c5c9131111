package it.milanoaiuta.foodhub.outbound.parcel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** Goods packed for one household by a recipe. What it holds is its account in the ledger. */
@Entity
public class Parcel {

    @Id
    public UUID id;
    public UUID hubId;
    public UUID householdId;
    public UUID recipeId;
    public String recipeCode;
    /** Day it is to be handed over, Europe/Rome. */
    public LocalDate handOver;
    /** Monday of the ISO week of hand-over: one entitlement per case, recipe and week. */
    public LocalDate week;
    /** Null for the household's ordinary one. */
    @Enumerated(EnumType.STRING)
    public ExtraReason extraReason;
    @Enumerated(EnumType.STRING)
    public ParcelState state;
    /** Its earliest lot's; null when nothing in it spoils. */
    public LocalDate lastDay;
    /** The delivery it goes with; null while none is planned. */
    public UUID deliveryId;
    public UUID packedBy;
    public Instant packedAt;
    public Instant handedOverAt;

    /** The ISO week, by its Monday, in which a household is entitled to a parcel handed over on that day. */
    public static LocalDate weekOf(LocalDate handOver) {
        return handOver.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Whole in the hub and not promised to a delivery. */
    public boolean isFree() {
        return state.isWholeInHub() && deliveryId == null;
    }

    boolean isWhole() {
        return state.isWholeInHub() || state == ParcelState.LOADED;
    }

    /** Whether it takes the household's entitlement of the week already. */
    boolean countsFor(LocalDate week) {
        return this.week.equals(week) && state != ParcelState.RETURNED;
    }

    void handOverOn(LocalDate day) {
        handOver = day;
        week = weekOf(day);
        if (state == ParcelState.RETURNED) {
            state = ParcelState.PACKED;
        }
    }

    /** What became of it at the door. */
    public void settle(boolean reached, Instant at) {
        state = reached ? ParcelState.HANDED_OVER : ParcelState.UNDELIVERED;
        handedOverAt = reached ? at : null;
    }

    /** It is back in the hub as it left: to be given again, or unpacked. */
    public void comeBackWhole() {
        state = ParcelState.RETURNED;
        deliveryId = null;
    }
}
