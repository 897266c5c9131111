package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;

import it.milanoaiuta.donations.need.Share;

/**
 * What is known of one donation line, and the share of its need line that follows from it (ADR 005). Only totals, so that
 * receipts and deliveries may become known in any order.
 *
 * @param quantity what was promised
 * @param expected more may still be handed over: the donation is alive and no hub has closed its arrival
 * @param released the need ended: only what was delivered still counts for it
 */
record Claim(BigDecimal quantity, Facts.Totals known, boolean expected, boolean released) {

    /**
     * @param room what the line may hold at most; what does not fit is general stock
     * @param atHome what was accepted is with the recipient: a hub for its own need, or whoever a service was given to
     */
    Share share(BigDecimal room, boolean atHome) {
        BigDecimal arrived = known.accepted().max(known.delivered()).min(quantity);
        BigDecimal handedOver = atHome ? arrived : known.delivered().min(quantity);
        BigDecimal kept = atHome ? arrived : keptOf(arrived);
        BigDecimal held = (released ? handedOver : kept.add(coming(arrived))).min(room);
        BigDecimal received = handedOver.min(held);
        BigDecimal inTransit = kept.min(held).subtract(received);
        return new Share(held.subtract(received).subtract(inTransit), inTransit, received);
    }

    /**
     * Without what a cancelled delivery left at the hub or a failed one brought back: the hub uses it freely. What another delivery
     * carries is kept all the same: goods that came back and were planned again, or came again after their receipt was undone.
     */
    private BigDecimal keptOf(BigDecimal arrived) {
        return arrived.subtract(known.freed()).max(known.carried()).min(arrived);
    }

    private BigDecimal coming(BigDecimal arrived) {
        return expected
                ? quantity.subtract(arrived).subtract(known.rejected()).subtract(known.missing()).max(BigDecimal.ZERO)
                : BigDecimal.ZERO;
    }
}
