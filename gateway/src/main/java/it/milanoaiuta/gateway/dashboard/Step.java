package it.milanoaiuta.gateway.dashboard;

import java.time.LocalDate;

/** How finely goods and people helped are told over a period. */
public enum Step {
    DAY,
    /** Monday to Sunday. */
    WEEK, MONTH;

    private static final int DAYS = 31;
    private static final int WEEKS = 26;

    /** As finely as a person can take in: days up to 31, weeks up to 26, months beyond. */
    static Step of(LocalDate from, LocalDate to) {
        if (to.isBefore(from.plusDays(DAYS))) {
            return DAY;
        }
        return to.isBefore(from.plusWeeks(WEEKS)) ? WEEK : MONTH;
    }
}
