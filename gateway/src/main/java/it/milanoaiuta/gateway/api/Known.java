package it.milanoaiuta.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What the gateway reads of the services' answers: only the fields it shows, so that new ones never break it. */
public final class Known {

    private Known() {}

    /** @param municipio 1 to 9 */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Place(String name, String address, Integer municipio) {}

    /** @param place null: at the hub that owns it */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Opportunity(UUID id, String ownerKind, UUID ownerId, String task, Map<String, String> title, Place place) {

        /** Its own place, else that of the hub that owns it; null when it is not among these. */
        public Place placeAmong(List<Hub> hubs) {
            return place != null
                    ? place
                    : hubs.stream().filter(hub -> hub.id().equals(ownerId))
                            .map(hub -> new Place(hub.name(), hub.address(), hub.municipio())).findFirst().orElse(null);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Shift(UUID id, Opportunity opportunity, Instant start, Instant end, String state, List<Places> roles) {

        public int free() {
            return roles.stream().mapToInt(Places::free).sum();
        }

        /** Whether somebody who comes may have to join a waiting list. */
        boolean isFullSomewhere() {
            return roles.stream().anyMatch(places -> places.free() == 0);
        }

        /** Whether it has room for whoever finds no place in that one: the same task, on the same day. */
        boolean standsInFor(Shift full, ZoneId city) {
            return !id.equals(full.id) && free() > 0 && "OPEN".equals(state)
                    && opportunity.task().equals(full.opportunity.task())
                    && LocalDate.ofInstant(start, city).equals(LocalDate.ofInstant(full.start, city));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Places(String role, int capacity, int taken, int waiting) {

        public int free() {
            return Math.max(0, capacity - taken);
        }
    }

    /**
     * @param number on the waiting list, null when not waiting
     * @param askedAt when she was asked whether she takes a place that came free; null when she was not
     * @param frozen its organisation is suspended: nobody knows yet whether it is held
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MySignUp(UUID id, UUID shiftId, Opportunity opportunity, Instant start, Instant end, String role,
            String state, Integer number, Instant askedAt, boolean frozen) {

        public boolean isLive() {
            return List.of("REQUESTED", "CONFIRMED", "WAITING").contains(state);
        }

        /** Whether she was asked about a place, which she has if she is the first to say yes. */
        public boolean mayAccept() {
            return state.equals("WAITING") && askedAt != null && !frozen;
        }

        /** What she knows of a shift that its suspended organisation hides. */
        Shift shift() {
            return new Shift(shiftId, opportunity, start, end, "OPEN", List.of());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Need(UUID id, Place deliverTo, Instant byWhen, String urgency, String state, List<NeedLine> lines) {}

    /** Quantities in the item's base unit. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record NeedLine(UUID id, UUID itemId, String service, String unit, BigDecimal requested, BigDecimal promised,
            BigDecimal inTransit, BigDecimal received, BigDecimal lacking) {}

    /** @param name by language */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Item(UUID id, String code, Map<String, String> name, String unit) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Hub(UUID id, String code, String name, String kind, String state, String address, int municipio,
            List<Opening> opening, boolean demo, boolean intakePaused) {}

    /** Europe/Rome wall time; weekday 1 is Monday. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Opening(int weekday,
            @Schema(implementation = String.class, description = "HH:mm:ss, Europe/Rome") LocalTime opens,
            @Schema(implementation = String.class, description = "HH:mm:ss, Europe/Rome") LocalTime closes) {}

    /** @param windowStart null, as the end, when nobody said when it comes */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Arrival(UUID id, UUID hubId, String kind, String state, String withdrawn, String code, String supplier,
            String documentNumber, Instant windowStart, Instant windowEnd, long version, List<ArrivalLine> lines,
            List<Confirmation> receipts) {

        /** The hub waits for it. */
        public boolean isOpen() {
            return state.equals("EXPECTED") || state.equals("RECEIVING");
        }

        /** What comes by it is checked in, also of a donation that nobody expects any more. */
        public boolean isReceivable() {
            return isOpen() || !state.equals("CLOSED") && kind.equals("DONATION");
        }

        /** The donation was to come to another hub: nothing is missing here. */
        public boolean restComesElsewhere() {
            return "MOVED".equals(withdrawn);
        }

        /** Whether there is a time to wait for it: goods already at the door have none. */
        public boolean hasWindow() {
            return windowStart != null && windowEnd != null && windowStart.isBefore(windowEnd);
        }

        /** Something confirmed is kept until somebody decides what it was. */
        public boolean waitsToBeSettled() {
            return receipts != null && receipts.stream().anyMatch(receipt -> receipt.state().equals("TO_SETTLE"));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Confirmation(UUID id, String state) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ArrivalLine(UUID id, UUID itemId, String itemCode, String unit, String storageClass, String dateKind,
            BigDecimal expected, BigDecimal accepted, BigDecimal rejected, BigDecimal missing, BigDecimal surplus,
            UUID needId, KnownLot lot) {

        public boolean needsTemperature() {
            return storageClass.equals("CHILLED") || storageClass.equals("FROZEN");
        }

        /** Goods from another hub bring their date with them. */
        public boolean needsDate() {
            return lot == null && !dateKind.equals("NONE");
        }

        /** All that was taken, more than expected included. */
        public BigDecimal taken() {
            return accepted.add(surplus);
        }

        /** Still to be accounted for. */
        public BigDecimal open() {
            return expected.subtract(accepted).subtract(rejected).subtract(missing).max(BigDecimal.ZERO);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record KnownLot(UUID id, String dateKind, String date) {}

    /** Two deliveries in a row failed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Task(UUID id) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RosterPlace(UUID shiftId, Instant start, Instant end, String role) {}
}
