package it.milanoaiuta.platform.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * How single values are written in bodies, paths and queries. Each function throws an exception of the JDK for what it does
 * not take; the limits are those of the columns they end in, so that no value fails only in the database.
 */
public final class Scalars {

    private static final int MAX_DIGITS = 18;
    private static final int MAX_DECIMALS = 9;
    private static final int MIN_YEAR = 1900;
    private static final int MAX_YEAR = 2999;

    private Scalars() {}

    /** Any text but NUL and halves of characters, which PostgreSQL refuses. */
    public static String text(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException("NUL");
            }
            if (Character.isHighSurrogate(c) && i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("half a character");
            }
        }
        return value;
    }

    /**
     * A decimal of at most 18 digits before and 9 after the point. Sizes are judged before anything is expanded:
     * <code>1e1000000</code> costs nothing.
     */
    public static BigDecimal decimal(String value) {
        if (value.length() > 2 * (MAX_DIGITS + MAX_DECIMALS)) {
            throw new ArithmeticException("too long");
        }
        BigDecimal decimal = new BigDecimal(value);
        if (decimal.scale() > MAX_DECIMALS || decimal.scale() < -MAX_DIGITS
                || decimal.precision() - decimal.scale() > MAX_DIGITS) {
            throw new ArithmeticException("too many digits");
        }
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    /** RFC 3339 with any offset, 1900 to 2999, to the microsecond. */
    public static Instant instant(String value) {
        OffsetDateTime time = OffsetDateTime.parse(value).withOffsetSameInstant(ZoneOffset.UTC);
        inRange(time.getYear());
        return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    /** <code>2026-03-29</code>, 1900 to 2999. */
    public static LocalDate day(String value) {
        LocalDate day = LocalDate.parse(value);
        inRange(day.getYear());
        return day;
    }

    /** The canonical form only: {@link UUID#fromString} alone would read <code>1-1-1-1-1</code> as an id. */
    public static UUID uuid(String value) {
        UUID id = UUID.fromString(value);
        if (value.length() != 36) {
            throw new IllegalArgumentException("not a UUID");
        }
        return id;
    }

    /** The two words of JSON only: {@link Boolean#valueOf} would read any other as false. */
    public static Boolean yesOrNo(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static void inRange(int year) {
        if (year < MIN_YEAR || year > MAX_YEAR) {
            throw new IllegalArgumentException("year out of range");
        }
    }
}
