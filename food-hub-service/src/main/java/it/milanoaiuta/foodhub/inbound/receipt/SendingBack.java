package it.milanoaiuta.foodhub.inbound.receipt;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;
import it.milanoaiuta.foodhub.inbound.arrival.Arrivals;

/** What the driver of a transfer takes back to the hub it came from is on the road until that hub confirms it. */
@ApplicationScoped
class SendingBack {

    @Inject
    Arrivals arrivals;

    @Inject
    TouchedLots touched;

    void expect(Arrival arrival, Receipt receipt) {
        if (arrival.kind() != Arrival.Kind.TRANSFER) {
            return;
        }
        for (ReceiptLine confirmed : receipt.lines()) {
            ArrivalLine line = arrival.line(confirmed.arrivalLineId()).orElseThrow();
            if (confirmed.goesBack() && line.lotId() != null) {
                Arrival back = arrivals.returnOf(arrival).orElseGet(() -> newReturn(arrival, receipt));
                back.expectMore(line.itemId(), line.lotId(), confirmed.rejected());
            }
        }
    }

    private Arrival newReturn(Arrival arrival, Receipt receipt) {
        Arrival back = Arrival.betweenHubs(Arrival.Kind.RETURN, arrival.transferId(), arrival.hubId(), arrival.senderHubId(),
                receipt.occurredAt());
        arrivals.persist(back);
        return back;
    }

    /**
     * The confirmation that sent it back was taken back.
     *
     * @throws ReceiptTouched when the other hub has confirmed it
     */
    void giveUp(Arrival arrival, ReceiptLine confirmed) {
        ArrivalLine line = arrival.line(confirmed.arrivalLineId()).orElseThrow();
        if (confirmed.goesBack() && line.lotId() != null
                && !arrivals.returnOf(arrival).orElseThrow().expectLess(line.lotId(), confirmed.rejected())) {
            throw touched.of(List.of(line.lotId()));
        }
    }
}
