package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;

import it.milanoaiuta.donations.need.Share;

/**
 * What is known of one donation line, and the share of its need line that follows from it (ADR 005). Only totals, so that
 * receipts and deliveries may become known in any order.
 *
 * @param quantity what was promised
 * @param accepted at hubs, in all
 * @param rejected at hubs
 * @param missing at the closing of an arrival
 * @param delivered to the recipient, in all
 * @param expected more may still be handed over: the donation is alive and no hub has closed its arrival
 * @param released the need ended: only what was delivered still counts for it
 */
record Claim(BigDecimal quantity, BigDecimal accepted, BigDecimal rejected, BigDecimal missing, BigDecimal delivered,
        boolean expected, boolean released) {

    /**
     * @param room what the line may hold at most; what does not fit is general stock
     * @param atHome the need is a hub's own: what it accepted it has
     */
    Share share(BigDecimal room, boolean atHome) {
        BigDecimal arrived = accepted.max(delivered).min(quantity);
        BigDecimal handedOver = atHome ? arrived : delivered.min(quantity);
        BigDecimal held = (released ? handedOver : arrived.add(coming(arrived))).min(room);
        BigDecimal received = handedOver.min(held);
        BigDecimal inTransit = arrived.min(held).subtract(received);
        return new Share(held.subtract(received).subtract(inTransit), inTransit, received);
    }

    private BigDecimal coming(BigDecimal arrived) {
        return expected
                ? quantity.subtract(arrived).subtract(rejected).subtract(missing).max(BigDecimal.ZERO)
                : BigDecimal.ZERO;
    }
}
