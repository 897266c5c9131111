package it.milanoaiuta.donations.donation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import it.milanoaiuta.donations.need.Share;

/** Goods that are there beat goods that are promised; who holds a place keeps it before who waits. */
class SharingTest {

    private static final int SEEDS = 5_000;

    @Test
    void goods_take_the_place_of_promises_and_the_newest_gives_way_first() {
        List<Share> shares = share(10, claim(8, 0, 0, 0), claim(0, 0, 4, 4), claim(0, 0, 6, 6));
        assertThat(texts(shares)).isEqualTo(List.of("0 8 0", "2 0 0", "0 0 0"));
    }

    @Test
    void who_waits_behind_anothers_promise_has_its_place_when_that_one_goes() {
        assertThat(texts(share(10, claim(0, 0, 10, 6), claim(0, 0, 4, 4)))).isEqualTo(List.of("6 0 0", "4 0 0"));
        assertThat(texts(share(10, claim(0, 0, 10, 6), claim(0, 0, 0, 4)))).isEqualTo(List.of("10 0 0", "0 0 0"));
    }

    @Test
    void a_promise_that_had_no_room_is_restored_when_the_goods_go() {
        assertThat(texts(share(10, claim(0, 0, 0, 0), claim(0, 0, 10, 0)))).isEqualTo(List.of("0 0 0", "10 0 0"));
    }

    @Test
    void whatever_is_known_nothing_is_shared_out_twice_and_nothing_that_fits_is_left_out() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random dice = new Random(seed);
            int requested = 1 + dice.nextInt(30);
            List<Claim> claims = new ArrayList<>();
            for (int i = 0; i < 1 + dice.nextInt(6); i++) {
                int there = dice.nextInt(8);
                claims.add(claim(there, dice.nextInt(there + 1), dice.nextInt(12), dice.nextInt(12)));
            }
            check(requested, claims, "seed " + seed);
        }
    }

    private static void check(int requested, List<Claim> claims, String seed) {
        List<Share> shares = Sharing.of(number(requested), claims);
        int there = Math.min(requested, sum(claims, Claim::there));
        assertThat(sum(shares, Share::received)).as(seed).isEqualTo(Math.min(requested, sum(claims, Claim::handedOver)));
        assertThat(sum(shares, share -> share.received().add(share.inTransit()))).as(seed).isEqualTo(there);
        assertThat(sum(shares, Share::promised)).as(seed).isEqualTo(Math.min(requested - there, sum(claims, Claim::coming)));
        boolean crowded = false;
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            assertThat(shares.get(i).promised().compareTo(claim.coming()) <= 0).as(seed).isTrue();
            assertThat(!crowded || shares.get(i).promised().signum() == 0).as(() -> seed + ": the newest gives way first")
                    .isTrue();
            crowded |= shares.get(i).promised().compareTo(Sharing.kept(claim)) < 0;
        }
        List<Claim> again = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            again.add(new Claim(claim.donationLineId(), claim.quantity(), claim.goods(), claim.expected(), false, false,
                    shares.get(i)));
        }
        assertThat(Sharing.of(number(requested), again)).as(() -> seed + ": settled twice it is the same").isEqualTo(shares);
    }

    private static List<Share> share(int requested, Claim... claims) {
        return Sharing.of(number(requested), List.of(claims));
    }

    private static List<String> texts(List<Share> shares) {
        return shares.stream().map(share -> "%s %s %s".formatted(share.promised().intValue(), share.inTransit().intValue(),
                share.received().intValue())).toList();
    }

    private static Claim claim(int there, int handedOver, int coming, int held) {
        return new Claim(UUID.randomUUID(), number(there + coming),
                new Claim.Goods(number(there), number(0), number(there), number(there), number(there), number(handedOver)),
                true,
                false, false, Share.ofPromised(number(held)));
    }

    private static <T> int sum(List<T> all, Function<T, BigDecimal> part) {
        return all.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add).intValueExact();
    }

    private static BigDecimal number(int quantity) {
        return BigDecimal.valueOf(quantity).setScale(3);
    }
}
