package it.milanoaiuta.foodhub.stock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

import it.milanoaiuta.platform.web.Scalars;

/**
 * A date as printed on the package, with the precision it is printed with; the last day of the period counts.
 *
 * @param lastDay through the end of which it holds, in Europe/Rome
 */
public record PrintedDate(Precision precision, LocalDate lastDay) {

    /** How exactly the date is printed. */
    public enum Precision {
        DAY, MONTH, YEAR
    }

    /** A date farther from the day it is read on is looked at twice: the year is easily mistyped. No city's rule. */
    private static final int YEARS_NEARBY = 10;

    /**
     * @param text <code>2027-03-15</code>, <code>2027-03</code> or <code>2027</code>, in the years of every other date
     *        ({@link Scalars#day}); empty for anything else
     */
    public static Optional<PrintedDate> parse(String text) {
        try {
            return switch (text.length()) {
                case 10 -> Optional.of(new PrintedDate(Precision.DAY, Scalars.day(text)));
                case 7 ->
                    Optional.of(new PrintedDate(Precision.MONTH, YearMonth.from(Scalars.day(text + "-01")).atEndOfMonth()));
                case 4 -> Optional.of(new PrintedDate(Precision.YEAR, Scalars.day(text + "-12-31")));
                default -> Optional.empty();
            };
        } catch (DateTimeException | IllegalArgumentException notADate) {
            return Optional.empty();
        }
    }

    /** Whether it lies more than ten years before or after the day. */
    public boolean isFarFrom(LocalDate day) {
        return lastDay.isBefore(day.minusYears(YEARS_NEARBY)) || lastDay.isAfter(day.plusYears(YEARS_NEARBY));
    }

    @Override
    public String toString() {
        return switch (precision) {
            case DAY -> lastDay.toString();
            case MONTH -> YearMonth.from(lastDay).toString();
            case YEAR -> Year.from(lastDay).toString();
        };
    }
}
