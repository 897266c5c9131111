package it.milanoaiuta.foodhub.inbound.receipt;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;
import it.milanoaiuta.foodhub.stock.Movement;

/**
 * What a confirmation does to the goods.
 *
 * @param movements for the ledger
 * @param taken what came into the hub, lot by lot
 */
record Unloaded(List<Movement> movements, List<Taken> taken) {

    /** What was taken of a lot; not for a need when it is surplus or in quarantine. */
    record Taken(UUID lotId, ArrivalLine line, BigDecimal quantity, boolean surplus, boolean quarantined) {

        boolean isForNeed() {
            return line.needId() != null && !surplus && !quarantined;
        }

        ReceiptView.TakenLot view() {
            return new ReceiptView.TakenLot(lotId, line.itemId(), quantity, quarantined);
        }
    }
}
