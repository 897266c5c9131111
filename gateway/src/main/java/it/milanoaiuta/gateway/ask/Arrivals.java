package it.milanoaiuta.gateway.ask;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.smallrye.mutiny.Uni;

/** What comes to a hub, and its confirmation, of food-hub-service. */
@RegisterRestClient(configKey = Services.FOOD_HUB)
@RegisterProvider(Refused.Mapper.class)
@Path("/api/v1")
public interface Arrivals {

    /**
     * Goods that come, or came, to a hub.
     *
     * @param kind where they come from: DONATION, TRANSFER, RETURN, SUPPLIER, UNANNOUNCED, OWN_STOCK
     * @param state how far it is: EXPECTED, RECEIVING, CLOSED, CANCELLED, LAPSED, MOVED
     * @param withdrawn CANCELLED, LAPSED or MOVED when nobody expects it any more; else null
     * @param code of the donation, as MA-7K3F-9QX2; null for other kinds
     * @param supplier who delivers; null for other kinds
     * @param documentNumber of the transport document; null where none was given
     * @param windowStart when it is to come; null, as the end, when nobody said
     * @param windowEnd until when
     * @param version to be sent as seenVersion with a confirmation
     * @param lines what is expected and what was confirmed of it
     * @param receipts what was confirmed so far
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Arrival(UUID id, UUID hubId, String kind, String state, String withdrawn, String code, String supplier,
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

    /**
     * A confirmation sent so far.
     *
     * @param state BOOKED, TO_SETTLE, SETTLED or UNDONE
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Confirmation(UUID id, String state) {}

    /**
     * Goods of one item: accepted + rejected + missing is at most what is expected, surplus stands apart; quantities in unit.
     *
     * @param itemCode the item's code in the catalogue
     * @param unit the item's base unit: KG, PIECE or L
     * @param storageClass how it must be kept: AMBIENT, CHILLED, FROZEN, FRESH_PRODUCE
     * @param dateKind what is usually printed on it: USE_BY, BEST_BEFORE, NONE
     * @param expected what is to come
     * @param accepted what was taken of it
     * @param rejected what came and was not taken
     * @param missing what did not come
     * @param surplus what was taken beyond what was expected
     * @param needId the need they were promised to; null: general stock
     * @param lot of goods from another hub; else null
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ArrivalLine(UUID id, UUID itemId, String itemCode, String unit, String storageClass, String dateKind,
            BigDecimal expected, BigDecimal accepted, BigDecimal rejected, BigDecimal missing, BigDecimal surplus, UUID needId,
            KnownLot lot) {

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

    /**
     * The lot that was loaded in another hub.
     *
     * @param dateKind what its date means: USE_BY, BEST_BEFORE, NONE
     * @param date as printed, or the use-within day; null when the goods do not spoil
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record KnownLot(UUID id, String dateKind, String date) {}

    /** A confirmation of an arrival; quantities in the item's base unit. */
    record Receipt(UUID id, Instant occurredAt, Long seenVersion, boolean close, List<Line> lines) {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Line(UUID arrivalLineId, BigDecimal accepted, BigDecimal rejected, BigDecimal missing,
                BigDecimal surplus, String reason, String destination, List<Lot> lots, BigDecimal temperature) {}

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Lot(String lotCode, String dateKind, String date, BigDecimal quantity, Boolean confirmed) {}
    }

    /** @param code as people type it */
    record DonationHere(String code) {}

    /** What became of a confirmation. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Confirmed(List<Taken> lots) {

        /** @param quarantined its temperature was out of tolerance */
        @JsonIgnoreProperties(ignoreUnknown = true)
        public record Taken(UUID itemId, boolean quarantined) {}

        /** The items of which something must be put aside. */
        public List<UUID> aside() {
            return lots == null
                    ? List.of()
                    : lots.stream().filter(Taken::quarantined).map(Taken::itemId).distinct().toList();
        }
    }

    @GET
    @Path("hubs/{id}/arrivals")
    Uni<Batch<Arrival>> arrivals(@PathParam("id") UUID hub, @BeanParam Asker asker, @QueryParam("day") LocalDate day,
            @QueryParam("limit") int limit);

    @GET
    @Path("arrivals/{id}")
    Uni<Arrival> arrival(@PathParam("id") UUID id, @BeanParam Asker asker);

    @POST
    @Path("hubs/{id}/arrivals/by-code")
    Arrival byCode(@PathParam("id") UUID hub, @BeanParam Asker asker, @HeaderParam("Idempotency-Key") UUID key,
            DonationHere donation);

    @POST
    @Path("arrivals/{id}/receipts")
    Confirmed confirm(@PathParam("id") UUID arrival, @BeanParam Asker asker, @HeaderParam("Idempotency-Key") UUID key,
            Receipt receipt);
}
