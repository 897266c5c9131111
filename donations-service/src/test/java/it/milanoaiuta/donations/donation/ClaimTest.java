package it.milanoaiuta.donations.donation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import it.milanoaiuta.donations.need.Share;

/** A donor promised 10; the room is what the need line can hold of it. */
class ClaimTest {

    private static final int ALL = 10;

    @Test
    void what_was_promised_is_promised() {
        assertEquals(share(10, 0, 0), new Known(0, 0, 0, 0).expected().in(ALL));
    }

    @Test
    void accepted_goods_are_in_transit_and_the_rest_is_still_promised() {
        assertEquals(share(6, 4, 0), new Known(4, 0, 0, 0).expected().in(ALL));
    }

    @Test
    void rejected_and_missing_goods_return_to_the_lack() {
        assertEquals(share(0, 7, 0), new Known(7, 2, 1, 0).in(ALL));
        assertEquals(share(3, 5, 0), new Known(5, 2, 0, 0).expected().in(ALL));
    }

    @Test
    void delivered_goods_are_received() {
        assertEquals(share(0, 3, 7), new Known(10, 0, 0, 7).in(ALL));
    }

    @Test
    void a_delivery_that_is_known_before_its_receipt_counts_at_once() {
        assertEquals(share(0, 0, 10), new Known(0, 0, 0, 10).expected().in(ALL));
        assertEquals(share(4, 0, 6), new Known(0, 0, 0, 6).expected().in(ALL));
    }

    @Test
    void a_hubs_own_need_has_what_the_hub_accepted() {
        assertEquals(share(6, 0, 4), new Known(4, 0, 0, 0).expected().atHome(ALL));
    }

    @Test
    void a_withdrawn_donation_holds_nothing_until_its_goods_come_anyway() {
        assertEquals(share(0, 0, 0), new Known(0, 0, 0, 0).in(ALL));
        assertEquals(share(0, 10, 0), new Known(10, 0, 0, 0).in(ALL));
    }

    @Test
    void goods_count_as_far_as_the_line_lacks() {
        assertEquals(share(0, 6, 0), new Known(10, 0, 0, 0).in(6));
        assertEquals(share(0, 0, 6), new Known(10, 0, 0, 10).in(6));
        assertEquals(share(0, 0, 0), new Known(10, 0, 0, 10).in(0));
    }

    @Test
    void of_an_ended_need_only_what_was_delivered_counts() {
        assertEquals(share(0, 0, 3), new Known(8, 0, 0, 3).expected().released().in(ALL));
    }

    @Test
    void surplus_of_the_recipient_never_counts_more_than_was_promised() {
        assertEquals(share(0, 0, 10), new Known(12, 0, 0, 12).in(20));
    }

    private static Share share(int promised, int inTransit, int received) {
        return new Share(BigDecimal.valueOf(promised), BigDecimal.valueOf(inTransit), BigDecimal.valueOf(received));
    }

    @Test
    void what_a_cancelled_delivery_leaves_at_the_hub_lacks_again() {
        assertEquals(share(0, 0, 0), new Known(10, 0, 0, 0).deliveries(0, 10).in(ALL));
        assertEquals(share(0, 0, 6), new Known(10, 0, 0, 6).deliveries(6, 4).in(ALL));
        assertEquals(share(6, 0, 0), new Known(4, 0, 0, 0).deliveries(0, 4).expected().in(ALL));
    }

    @Test
    void what_another_delivery_takes_up_is_in_transit_again() {
        assertEquals(share(0, 4, 6), new Known(10, 0, 0, 6).deliveries(10, 4).in(ALL));
    }

    @Test
    void a_hubs_own_need_keeps_what_a_cancelled_delivery_leaves() {
        assertEquals(share(0, 0, 10), new Known(10, 0, 0, 0).deliveries(0, 10).atHome(ALL));
    }

    private record Known(Facts.Totals totals, boolean isExpected, boolean isReleased) {

        Known(int accepted, int rejected, int missing, int delivered) {
            this(new Facts.Totals(BigDecimal.valueOf(accepted), BigDecimal.valueOf(rejected), BigDecimal.valueOf(missing),
                    BigDecimal.valueOf(delivered), BigDecimal.valueOf(delivered), BigDecimal.ZERO), false, false);
        }

        Known deliveries(int carried, int freed) {
            return new Known(new Facts.Totals(totals.accepted(), totals.rejected(), totals.missing(), totals.delivered(),
                    BigDecimal.valueOf(carried), BigDecimal.valueOf(freed)), isExpected, isReleased);
        }

        Known expected() {
            return new Known(totals, true, isReleased);
        }

        Known released() {
            return new Known(totals, isExpected, true);
        }

        Share in(int room) {
            return claim().share(BigDecimal.valueOf(room), false);
        }

        Share atHome(int room) {
            return claim().share(BigDecimal.valueOf(room), true);
        }

        private Claim claim() {
            return new Claim(BigDecimal.TEN, totals, isExpected, isReleased);
        }
    }
}
