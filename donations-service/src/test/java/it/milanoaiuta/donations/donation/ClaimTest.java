package it.milanoaiuta.donations.donation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import it.milanoaiuta.donations.need.Share;

/** A donor promised 10 to a line that asks for so much, and nobody else does. */
class ClaimTest {

    private static final int ALL = 10;

    @Test
    void what_was_promised_is_promised() {
        assertThat(Known.of(0, 0).expected().in(ALL)).isEqualTo(share(10, 0, 0));
    }

    @Test
    void accepted_goods_are_in_transit_and_the_rest_is_still_promised() {
        assertThat(Known.of(4, 0).expected().in(ALL)).isEqualTo(share(6, 4, 0));
    }

    @Test
    void rejected_and_missing_goods_return_to_the_lack() {
        assertThat(Known.of(7, 3).in(ALL)).isEqualTo(share(0, 7, 0));
        assertThat(Known.of(5, 2).expected().in(ALL)).isEqualTo(share(3, 5, 0));
    }

    @Test
    void what_was_accepted_and_not_set_aside_is_general_stock() {
        assertThat(Known.of(10, 0).setAside(4).expected().in(ALL)).isEqualTo(share(0, 4, 0));
        assertThat(Known.of(10, 0).setAside(4).atHome().expected().in(ALL)).isEqualTo(share(0, 0, 4));
    }

    @Test
    void delivered_goods_are_received() {
        assertThat(Known.of(10, 0).deliveries(7, 7, 7).in(ALL)).isEqualTo(share(0, 3, 7));
    }

    @Test
    void a_delivery_that_is_known_before_its_receipt_counts_at_once() {
        assertThat(Known.of(0, 0).deliveries(10, 10, 10).expected().in(ALL)).isEqualTo(share(0, 0, 10));
        assertThat(Known.of(0, 0).deliveries(6, 6, 6).expected().in(ALL)).isEqualTo(share(4, 0, 6));
        assertThat(Known.of(0, 0).deliveries(6, 6, 0).expected().in(ALL)).isEqualTo(share(4, 6, 0));
    }

    @Test
    void a_hubs_own_need_has_what_the_hub_accepted_for_it() {
        assertThat(Known.of(4, 0).atHome().expected().in(ALL)).isEqualTo(share(6, 0, 4));
        assertThat(Known.of(10, 0).deliveries(10, 0, 0).atHome().in(ALL)).isEqualTo(share(0, 0, 10));
    }

    @Test
    void a_withdrawn_donation_holds_nothing_until_its_goods_come_anyway() {
        assertThat(Known.of(0, 0).in(ALL)).isEqualTo(share(0, 0, 0));
        assertThat(Known.of(10, 0).in(ALL)).isEqualTo(share(0, 10, 0));
    }

    @Test
    void goods_never_count_more_than_the_line_asks_for() {
        assertThat(Known.of(10, 0).in(6)).isEqualTo(share(0, 6, 0));
        assertThat(Known.of(10, 0).deliveries(10, 10, 10).in(6)).isEqualTo(share(0, 0, 6));
        assertThat(Known.of(12, 0).in(20)).isEqualTo(share(0, 12, 0));
    }

    @Test
    void of_an_ended_need_only_what_is_on_a_delivery_counts() {
        assertThat(Known.of(8, 0).deliveries(3, 3, 3).expected().ended().in(ALL)).isEqualTo(share(0, 0, 3));
        assertThat(Known.of(8, 0).deliveries(5, 5, 3).expected().ended().in(ALL)).isEqualTo(share(0, 2, 3));
    }

    @Test
    void what_a_cancelled_delivery_leaves_at_the_hub_lacks_again() {
        assertThat(Known.of(10, 0).deliveries(10, 0, 0).in(ALL)).isEqualTo(share(0, 0, 0));
        assertThat(Known.of(10, 0).deliveries(10, 6, 6).in(ALL)).isEqualTo(share(0, 0, 6));
        assertThat(Known.of(4, 0).deliveries(4, 0, 0).expected().in(ALL)).isEqualTo(share(6, 0, 0));
    }

    @Test
    void what_another_delivery_takes_up_is_in_transit_again() {
        assertThat(Known.of(10, 0).deliveries(14, 10, 6).in(ALL)).isEqualTo(share(0, 4, 6));
    }

    private static Share share(int promised, int inTransit, int received) {
        return new Share(number(promised), number(inTransit), number(received));
    }

    private static BigDecimal number(int quantity) {
        return BigDecimal.valueOf(quantity).setScale(3);
    }

    private record Known(int accepted, int refused, int setAside, int planned, int carried, int delivered, boolean isExpected,
            boolean isAtHome, boolean isEnded) {

        static Known of(int accepted, int refused) {
            return new Known(accepted, refused, accepted, 0, 0, 0, false, false, false);
        }

        Known setAside(int part) {
            return new Known(accepted, refused, part, planned, carried, delivered, isExpected, isAtHome, isEnded);
        }

        /** @param all what was planned ever */
        Known deliveries(int all, int still, int handedOver) {
            return new Known(accepted, refused, setAside, all, still, handedOver, isExpected, isAtHome, isEnded);
        }

        Known expected() {
            return new Known(accepted, refused, setAside, planned, carried, delivered, true, isAtHome, isEnded);
        }

        Known atHome() {
            return new Known(accepted, refused, setAside, planned, carried, delivered, isExpected, true, isEnded);
        }

        Known ended() {
            return new Known(accepted, refused, setAside, planned, carried, delivered, isExpected, isAtHome, true);
        }

        Share in(int requested) {
            Claim claim = new Claim(UUID.randomUUID(), number(10),
                    new Claim.Goods(number(accepted), number(refused), number(setAside), number(planned), number(carried),
                            number(delivered)),
                    isExpected, isAtHome, isEnded, Share.NONE);
            return Sharing.of(number(requested), List.of(claim)).get(0);
        }
    }
}
