package it.milanoaiuta.foodhub.inbound.arrival;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.copies.item.StorageClass;
import it.milanoaiuta.foodhub.copies.item.Unit;
import it.milanoaiuta.foodhub.stock.FundingSource;

/**
 * What we read of DonationScheduled and DonationRescheduled.
 *
 * @param onBehalfOfHubId the hub whose own stock this is, null for goods that come from outside
 */
public record ScheduledDonation(UUID donationId, String code, UUID hubId, Instant windowStart, Instant windowEnd,
        Arrival.Handover handover, FundingSource fundingSource, UUID onBehalfOfHubId, List<Line> lines) {

    /** @param needId null for general stock */
    public record Line(UUID donationLineId, UUID itemId, BigDecimal quantity, Unit unit, StorageClass storageClass,
            BigDecimal kgPerUnit, UUID needId, UUID needLineId) {

        /** The arrival's line for it, as it is promised now. */
        public ArrivalLine in(Arrival arrival, Items items) {
            Item item = items.known(itemId, unit, storageClass, kgPerUnit);
            ArrivalLine line = arrival.promisedBy(donationLineId, itemId);
            plan(line, item);
            line.expect(line.promised());
            return line;
        }

        /** What is promised now, wherever it comes. */
        void plan(ArrivalLine line, Item item) {
            line.plan(this, item.told(quantity, unit)
                    .orElseThrow(() -> new IllegalArgumentException("%s %s of item %s".formatted(quantity, unit, itemId))));
        }
    }

    Optional<Line> line(UUID donationLineId) {
        return lines.stream().filter(line -> line.donationLineId.equals(donationLineId)).findFirst();
    }

    boolean isOwnStock() {
        return onBehalfOfHubId != null;
    }
}
