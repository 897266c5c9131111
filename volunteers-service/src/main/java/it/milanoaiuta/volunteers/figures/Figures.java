package it.milanoaiuta.volunteers.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What volunteers did in a period, by the local day (Europe/Rome) on which shifts begin.
 *
 * @param from first day, as asked
 * @param to last day, included, as asked
 * @param total of the whole city and period
 * @param byDay the days for which shifts were planned, in order
 * @param byHub the hubs that organised something, in no order that means anything; organisations are only in the total
 */
public record Figures(LocalDate from, LocalDate to, Total total, List<Day> byDay, List<Hub> byHub) {

    /**
     * The whole city in the whole period.
     *
     * @param volunteers distinct people whose presence was recorded; less than the sum of the days where people came again
     * @param hours of recorded presence, check-in to check-out, with 2 decimals
     * @param confirmed sign-ups that are confirmed
     * @param shifts that are not cancelled
     * @param places of those shifts, all roles together
     */
    @Schema(name = "VolunteerTotal")
    public record Total(long volunteers, BigDecimal hours, long confirmed, long shifts, long places) {}

    /**
     * The whole city on one day.
     *
     * @param day on which the shifts begin
     * @param volunteers distinct people whose presence was recorded that day
     * @param hours of recorded presence, check-in to check-out, with 2 decimals
     * @param confirmed sign-ups that are confirmed
     * @param shifts that are not cancelled
     * @param places of those shifts, all roles together
     */
    @Schema(name = "VolunteerDay")
    public record Day(LocalDate day, long volunteers, BigDecimal hours, long confirmed, long shifts, long places) {}

    /**
     * The shifts one hub organised in the whole period.
     *
     * @param volunteers distinct people whose presence was recorded at the hub's shifts
     * @param hours of recorded presence, check-in to check-out, with 2 decimals
     * @param confirmed sign-ups that are confirmed
     * @param shifts that are not cancelled
     * @param places of those shifts, all roles together
     */
    @Schema(name = "VolunteerHub")
    public record Hub(UUID hubId, long volunteers, BigDecimal hours, long confirmed, long shifts, long places) {}
}
