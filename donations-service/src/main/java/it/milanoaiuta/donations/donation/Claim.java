package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.util.UUID;

import it.milanoaiuta.donations.need.Share;

/**
 * What is known of the goods of one donation line for one need line (ADR 005). Only totals, so that receipts and deliveries may
 * become known in any order.
 *
 * @param donationLineId null for goods of the hub's stock that no donation brought
 * @param quantity what was promised to the need line
 * @param expected more may still be handed over: the donation is alive and no hub has closed its arrival
 * @param atHome what counts is with the recipient: a hub for its own need, or whoever a service was given to
 * @param needEnded hubs keep nothing for it any more: what is not on a delivery is general stock
 * @param held the share until now
 */
record Claim(UUID donationLineId, BigDecimal quantity, Goods goods, boolean expected, boolean atHome, boolean needEnded,
        Share held) {

    /**
     * In all, of every arrival and delivery.
     *
     * @param accepted at hubs
     * @param refused rejected, or missing at the closing of an arrival
     * @param setAside of what was accepted, for the need line
     * @param planned ever, with all deliveries
     * @param carried of that, what is planned or on the road still, or was delivered
     * @param delivered to the recipient
     */
    record Goods(BigDecimal accepted, BigDecimal refused, BigDecimal setAside, BigDecimal planned, BigDecimal carried,
            BigDecimal delivered) {

        /**
         * What deliveries carry, and what was set aside and is planned with none that is known yet. What a delivery gave up, left at
         * the hub or brought back was planned once, and the hub uses it freely.
         */
        private BigDecimal kept() {
            return setAside.subtract(planned.subtract(carried)).max(carried);
        }
    }

    /** Goods that are there: set aside at a hub, on the road or with the recipient. */
    BigDecimal there() {
        if (atHome) {
            return goods.setAside;
        }
        return needEnded ? goods.carried : goods.kept();
    }

    /** Of what is there: with the recipient. */
    BigDecimal handedOver() {
        return atHome ? goods.setAside : goods.delivered;
    }

    /** What may still be handed over of the promise; a delivery may be heard of before the receipt of its goods. */
    BigDecimal coming() {
        return expected && !needEnded
                ? quantity.subtract(goods.accepted.max(there())).subtract(goods.refused).max(BigDecimal.ZERO)
                : BigDecimal.ZERO;
    }
}
