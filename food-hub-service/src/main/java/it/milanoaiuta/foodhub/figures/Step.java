package it.milanoaiuta.foodhub.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How finely the figures of a period are told. */
public enum Step {
    DAY {
        @Override
        LocalDate last(LocalDate day) {
            return day;
        }
    },
    /** Monday to Sunday. */
    WEEK {
        @Override
        LocalDate last(LocalDate day) {
            return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        }
    },
    MONTH {
        @Override
        LocalDate last(LocalDate day) {
            return day.with(TemporalAdjusters.lastDayOfMonth());
        }
    };

    /** The last day of the step that the day lies in. */
    abstract LocalDate last(LocalDate day);
}
