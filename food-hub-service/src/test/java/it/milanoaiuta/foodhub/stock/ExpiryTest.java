package it.milanoaiuta.foodhub.stock;

import static it.milanoaiuta.foodhub.copies.item.DateKind.BEST_BEFORE;
import static it.milanoaiuta.foodhub.copies.item.DateKind.NONE;
import static it.milanoaiuta.foodhub.copies.item.DateKind.USE_BY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class ExpiryTest {

    private static final LocalDate LAST = LocalDate.parse("2026-03-31");

    @Test
    void use_by_is_good_through_the_day_and_never_after_whatever_the_check_says() {
        Expiry expiry = new Expiry(USE_BY, LAST, 0, 30, true);
        assertTrue(expiry.mayReachPeopleOn(LAST));
        assertFalse(expiry.mayReachPeopleOn(LAST.plusDays(1)));
        assertEquals(Expiry.Colour.RED, expiry.colourOn(LAST.plusDays(1)));
    }

    @Test
    void the_margin_of_the_item_is_kept_for_whoever_gets_it() {
        Expiry expiry = new Expiry(USE_BY, LAST, 2, 0, null);
        assertTrue(expiry.mayReachPeopleOn(LAST.minusDays(2)));
        assertFalse(expiry.mayReachPeopleOn(LAST.minusDays(1)));
        assertEquals(LAST.minusDays(2), expiry.lastHandOver());
    }

    @Test
    void past_best_before_goods_need_a_passed_check_and_the_window() {
        LocalDate after = LAST.plusDays(30);
        assertFalse(new Expiry(BEST_BEFORE, LAST, 0, 30, null).mayReachPeopleOn(after), "nobody looked");
        assertTrue(new Expiry(BEST_BEFORE, LAST, 0, 30, true).mayReachPeopleOn(after), "looked, last day of the window");
        assertFalse(new Expiry(BEST_BEFORE, LAST, 0, 30, true).mayReachPeopleOn(after.plusDays(1)), "past the window");
        assertFalse(new Expiry(BEST_BEFORE, LAST, 0, 0, true).mayReachPeopleOn(LAST.plusDays(1)), "an item without a window");
        assertEquals(Expiry.Colour.AMBER, new Expiry(BEST_BEFORE, LAST, 0, 30, null).colourOn(after));
    }

    @Test
    void what_failed_its_check_reaches_nobody_even_in_date() {
        assertFalse(new Expiry(BEST_BEFORE, LAST, 0, 30, false).mayReachPeopleOn(LAST.minusDays(60)));
    }

    @Test
    void goods_without_any_date_do_not_spoil() {
        assertTrue(new Expiry(NONE, null, 5, 0, null).mayReachPeopleOn(LAST));
    }

    @Test
    void past_its_use_within_day_loose_produce_reaches_nobody() {
        assertFalse(new Expiry(NONE, LAST, 0, 30, true).mayReachPeopleOn(LAST.plusDays(1)));
    }

    @Test
    void of_a_printed_month_or_year_the_last_day_counts() {
        assertEquals(Optional.of(LAST), PrintedDate.parse("2026-03").map(PrintedDate::lastDay));
        assertEquals(Optional.of(LocalDate.parse("2028-02-29")), PrintedDate.parse("2028-02").map(PrintedDate::lastDay));
        assertEquals(Optional.of(LocalDate.parse("2026-12-31")), PrintedDate.parse("2026").map(PrintedDate::lastDay));
        assertEquals(Optional.of(LAST), PrintedDate.parse("2026-03-31").map(PrintedDate::lastDay));
        for (String unreadable : new String[]{"", "2026-13", "2026-02-30", "31/03/2026", "26", "abcd", "0027-03-15",
                "0202-03-01", "0000", "9999", "3000-01",
                "1899-12-31", "-999"}) {
            assertTrue(PrintedDate.parse(unreadable).isEmpty(), unreadable);
        }
    }
}
