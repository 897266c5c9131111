package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import it.milanoaiuta.donations.catalogue.Item;
import it.milanoaiuta.donations.catalogue.StorageClass;
import it.milanoaiuta.donations.catalogue.Unit;

/**
 * What food-hub is told of a scheduled donation; nothing of the donor.
 *
 * @param onBehalfOfHubId the hub whose own stock this is, null for everybody else's goods
 */
public record DonationFacts(UUID donationId, String code, UUID hubId, Instant windowStart, Instant windowEnd, Handover handover,
        FundingSource fundingSource, UUID onBehalfOfHubId, List<Line> lines) {

    /**
     * @param quantity in the item's base unit
     * @param needId null for general stock
     */
    public record Line(UUID donationLineId, UUID itemId, BigDecimal quantity, Unit unit, StorageClass storageClass,
            BigDecimal kgPerUnit, UUID needId, UUID needLineId) {}

    /** @param needs by need line */
    static DonationFacts of(Donation donation, Map<UUID, Item> items, Map<UUID, UUID> needs) {
        return new DonationFacts(donation.id(), donation.code(), donation.hubId(), donation.windowStart(), donation.windowEnd(),
                donation.handover(), donation.fundingSource(), donation.onBehalfOfHubId(),
                donation.lines().stream().filter(line -> !line.isCancelled())
                        .map(line -> line(line, items.get(line.itemId()), line.isForNeed() ? line.needLineId() : null, needs))
                        .toList());
    }

    private static Line line(DonationLine line, Item item, UUID needLine, Map<UUID, UUID> needs) {
        return new Line(line.id(), line.itemId(), line.quantity(), line.unit(), item.storageClass(), item.kgPerUnit(),
                needLine == null ? null : needs.get(needLine), needLine);
    }
}
