package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.delivery.Hearing;

/** What was delivered for needs: from in transit to received. What came back to the hub stays in transit. */
@ApplicationScoped
public class DeliveriesHeard implements Hearing {

    record Told(UUID deliveryId, List<Line> lines) {

        /**
         * @param needLineId null for a household's parcel
         * @param donationLineId null for goods of the hub's stock that no donation brought
         */
        record Line(UUID needLineId, UUID donationLineId, BigDecimal delivered) {}
    }

    @Inject
    Facts facts;

    @Inject
    Donations donations;

    @Inject
    Settling settling;

    @Override
    public String topic() {
        return "food-hub.deliveries";
    }

    @Override
    public void register(Handlers on) {
        on.event("DeliveryConfirmed.v1", Told.class, (told, heard) -> apply(told));
    }

    private void apply(Told told) {
        List<Told.Line> forNeeds = told.lines().stream().filter(line -> line.needLineId() != null).toList();
        if (forNeeds.isEmpty()) {
            return;
        }
        facts.keep(told.deliveryId(), forNeeds);
        Set<UUID> needLines = forNeeds.stream().map(Told.Line::needLineId).collect(Collectors.toSet());
        settling.settle(donations.locked(facts.donationsOf(told.deliveryId())), needLines, List.of());
    }
}
