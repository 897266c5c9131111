package it.milanoaiuta.foodhub.stock;

import static it.milanoaiuta.foodhub.copies.item.DateKind.BEST_BEFORE;
import static it.milanoaiuta.foodhub.copies.item.DateKind.NONE;
import static it.milanoaiuta.foodhub.copies.item.DateKind.USE_BY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class ExpiryTest {

    private static final LocalDate LAST = LocalDate.parse("2026-03-31");

    @Test
    void use_by_is_good_through_the_day_and_never_after_whatever_the_check_says() {
        Expiry expiry = new Expiry(USE_BY, LAST, 0, 30, true);
        assertThat(expiry.mayReachPeopleOn(LAST)).isTrue();
        assertThat(expiry.mayReachPeopleOn(LAST.plusDays(1))).isFalse();
        assertThat(expiry.colourOn(LAST.plusDays(1))).isEqualTo(Expiry.Colour.RED);
    }

    @Test
    void the_margin_of_the_item_is_kept_for_whoever_gets_it() {
        Expiry expiry = new Expiry(USE_BY, LAST, 2, 0, null);
        assertThat(expiry.mayReachPeopleOn(LAST.minusDays(2))).isTrue();
        assertThat(expiry.mayReachPeopleOn(LAST.minusDays(1))).isFalse();
        assertThat(expiry.lastHandOver()).isEqualTo(LAST.minusDays(2));
    }

    @Test
    void past_best_before_goods_need_a_passed_check_and_the_window() {
        LocalDate after = LAST.plusDays(30);
        assertThat(new Expiry(BEST_BEFORE, LAST, 0, 30, null).mayReachPeopleOn(after)).as("nobody looked").isFalse();
        assertThat(new Expiry(BEST_BEFORE, LAST, 0, 30, true).mayReachPeopleOn(after)).as("looked, last day of the window")
                .isTrue();
        assertThat(new Expiry(BEST_BEFORE, LAST, 0, 30, true).mayReachPeopleOn(after.plusDays(1))).as("past the window")
                .isFalse();
        assertThat(new Expiry(BEST_BEFORE, LAST, 0, 0, true).mayReachPeopleOn(LAST.plusDays(1))).as("an item without a window")
                .isFalse();
        assertThat(new Expiry(BEST_BEFORE, LAST, 0, 30, null).colourOn(after)).isEqualTo(Expiry.Colour.AMBER);
    }

    @Test
    void what_failed_its_check_reaches_nobody_even_in_date() {
        assertThat(new Expiry(BEST_BEFORE, LAST, 0, 30, false).mayReachPeopleOn(LAST.minusDays(60))).isFalse();
    }

    @Test
    void goods_without_any_date_do_not_spoil() {
        assertThat(new Expiry(NONE, null, 5, 0, null).mayReachPeopleOn(LAST)).isTrue();
    }

    @Test
    void past_its_use_within_day_loose_produce_reaches_nobody() {
        assertThat(new Expiry(NONE, LAST, 0, 30, true).mayReachPeopleOn(LAST.plusDays(1))).isFalse();
    }

    @Test
    void of_a_printed_month_or_year_the_last_day_counts() {
        assertThat(PrintedDate.parse("2026-03").map(PrintedDate::lastDay)).isEqualTo(Optional.of(LAST));
        assertThat(PrintedDate.parse("2028-02").map(PrintedDate::lastDay))
                .isEqualTo(Optional.of(LocalDate.parse("2028-02-29")));
        assertThat(PrintedDate.parse("2026").map(PrintedDate::lastDay)).isEqualTo(Optional.of(LocalDate.parse("2026-12-31")));
        assertThat(PrintedDate.parse("2026-03-31").map(PrintedDate::lastDay)).isEqualTo(Optional.of(LAST));
        for (String unreadable : new String[]{"", "2026-13", "2026-02-30", "31/03/2026", "26", "abcd", "0027-03-15",
                "0202-03-01", "0000", "9999", "3000-01",
                "1899-12-31", "-999"}) {
            assertThat(PrintedDate.parse(unreadable)).as(unreadable).isEmpty();
        }
    }
}
