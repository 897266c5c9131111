package it.milanoaiuta.foodhub.outbound.parcel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import it.milanoaiuta.foodhub.outbound.recipe.Recipe;
import it.milanoaiuta.foodhub.stock.Picked;
import it.milanoaiuta.platform.web.Ids;

/** Goods packed for one household by a recipe. What it holds is its account in the ledger. */
@Entity
public class Parcel {

    @Id
    private UUID id;
    private UUID hubId;
    private UUID householdId;
    private UUID recipeId;
    private String recipeCode;
    /** Day it is to be handed over, Europe/Rome. */
    private LocalDate handOver;
    /** Monday of the ISO week of hand-over: one entitlement per case, recipe and week. */
    private LocalDate week;
    /** Null for the household's ordinary one. */
    @Enumerated(EnumType.STRING)
    private ExtraReason extraReason;
    @Enumerated(EnumType.STRING)
    private ParcelState state;
    /** Its earliest lot's; null when nothing in it spoils. */
    private LocalDate lastDay;
    /** The delivery it goes with; null while none is planned. */
    private UUID deliveryId;
    private UUID packedBy;
    private Instant packedAt;
    private Instant handedOverAt;

    /**
     * A household's goods are taken together.
     *
     * @param picked what goes into it; its earliest date is the parcel's
     */
    static Parcel packed(UUID hubId, UUID householdId, Recipe recipe, NewParcels asked, Picked picked, UUID packer,
            Instant now) {
        Parcel parcel = new Parcel();
        parcel.id = Ids.next();
        parcel.hubId = hubId;
        parcel.householdId = householdId;
        parcel.recipeId = recipe.id();
        parcel.recipeCode = recipe.code();
        parcel.handOver = asked.handOver();
        parcel.week = weekOf(asked.handOver());
        parcel.extraReason = asked.extraReason();
        parcel.state = ParcelState.PACKED;
        parcel.lastDay = picked.lines().stream().map(Picked.Line::lastDay).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).orElse(null);
        parcel.packedBy = packer;
        parcel.packedAt = now;
        return parcel;
    }

    /** The ISO week, by its Monday, in which a household is entitled to a parcel handed over on that day. */
    public static LocalDate weekOf(LocalDate handOver) {
        return handOver.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Whole in the hub and not promised to a delivery. */
    public boolean isFree() {
        return state.isWholeInHub() && deliveryId == null;
    }

    /** @throws ParcelNotFree when it is not, or a delivery has it */
    public void mustBeFree() {
        if (!isFree()) {
            throw new ParcelNotFree(id);
        }
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

    public void joinDelivery(UUID delivery) {
        deliveryId = delivery;
    }

    public void leaveDelivery() {
        deliveryId = null;
    }

    public void load() {
        state = ParcelState.LOADED;
    }

    /** Its goods are the hub's again. */
    void unpack() {
        state = ParcelState.UNPACKED;
    }

    /** It came back whole, and some of it had been handed over after all. */
    public void open() {
        state = ParcelState.UNDELIVERED;
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

    public UUID id() {
        return id;
    }

    public UUID hubId() {
        return hubId;
    }

    public UUID householdId() {
        return householdId;
    }

    public UUID recipeId() {
        return recipeId;
    }

    public String recipeCode() {
        return recipeCode;
    }

    public LocalDate handOver() {
        return handOver;
    }

    public ExtraReason extraReason() {
        return extraReason;
    }

    public ParcelState state() {
        return state;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public UUID deliveryId() {
        return deliveryId;
    }

    public Instant packedAt() {
        return packedAt;
    }
}
