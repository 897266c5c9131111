package it.milanoaiuta.foodhub.stock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

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

    /** @param text <code>2027-03-15</code>, <code>2027-03</code> or <code>2027</code>; empty for anything else */
    public static Optional<PrintedDate> parse(String text) {
        try {
            return switch (text.length()) {
                case 10 -> Optional.of(new PrintedDate(Precision.DAY, LocalDate.parse(text)));
                case 7 -> Optional.of(new PrintedDate(Precision.MONTH, YearMonth.parse(text).atEndOfMonth()));
                case 4 -> Optional.of(new PrintedDate(Precision.YEAR, Year.parse(text).atMonth(12).atEndOfMonth()));
                default -> Optional.empty();
            };
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
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
