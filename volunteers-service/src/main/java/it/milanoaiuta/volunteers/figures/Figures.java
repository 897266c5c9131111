package it.milanoaiuta.volunteers.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What volunteers did in a period, by the day shifts begin (Europe/Rome).
 *
 * @param from first day
 * @param to last day, included
 */
public record Figures(LocalDate from, LocalDate to, Total total, List<Day> byDay, List<Hub> byHub) {

    /**
     * Sums of the period.
     *
     * @param volunteers distinct people whose presence was recorded: less than the sum of the days, where people came again
     * @param hours of recorded presence
     * @param confirmed sign-ups
     * @param shifts not cancelled
     * @param places of those shifts
     */
    @Schema(name = "VolunteerTotal")
    public record Total(long volunteers, @Schema(description = "decimal string") BigDecimal hours, long confirmed,
            long shifts, long places) {}

    /** One day of the whole city. */
    @Schema(name = "VolunteerDay")
    public record Day(LocalDate day, long volunteers, BigDecimal hours, long confirmed, long shifts, long places) {}

    /** One hub in the whole period. */
    @Schema(name = "VolunteerHub")
    public record Hub(UUID hubId, long volunteers, BigDecimal hours, long confirmed, long shifts, long places) {}
}
