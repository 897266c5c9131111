package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Hearing;

/** What hubs accepted of donations: from promised to in transit. */
@ApplicationScoped
public class ReceiptsHeard implements Hearing {

    /** The arrival's totals after this receipt, or after it was undone. */
    record ArrivalTotals(UUID arrivalId, UUID donationId, boolean closed, List<Line> lines) {

        /**
         * @param donationLineId null for goods that were not announced
         * @param setAside of what was accepted, for the need line; all of it where that was not told yet
         */
        record Line(UUID donationLineId, BigDecimal accepted, BigDecimal rejected, BigDecimal missing, BigDecimal setAside) {

            Line {
                setAside = setAside == null ? accepted : setAside;
            }
        }
    }

    @Inject
    DonatedGoods goods;

    @Inject
    Donations donations;

    @Inject
    Settling settling;

    @Override
    public String topic() {
        return "food-hub.receipts";
    }

    @Override
    public void register(Handlers on) {
        on.event("DonationReceived.v1", ArrivalTotals.class, (event, heard) -> apply(event))
                .event("ReceiptUndone.v1", ArrivalTotals.class, (event, heard) -> apply(event));
    }

    private void apply(ArrivalTotals arrival) {
        goods.keep(arrival);
        settling.settle(donations.locked(Set.of(arrival.donationId())), Set.of(), List.of());
    }
}
