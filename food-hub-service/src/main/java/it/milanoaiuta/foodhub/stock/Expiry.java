package it.milanoaiuta.foodhub.stock;

import java.time.LocalDate;

import it.milanoaiuta.foodhub.copies.item.DateKind;

/**
 * The one rule of dates, for transfers, parcels and deliveries alike (domain, food-hub-service; facts, Dates on food): a
 * lot is judged on the day it is planned to reach people plus its item's margin, and is good through the last day of the
 * printed period in Europe/Rome. Past use-by (and past use-within) it never goes to people; past best-before only inside
 * the item's window and only with a recorded check.
 *
 * @param lastDay last day of the printed period, or use-within day; null when the goods do not spoil
 * @param marginDays days a recipient must still have
 * @param windowDays days after best-before in which checked goods may be given
 * @param check the latest recorded check in this hub: passed, failed, or null for none
 */
public record Expiry(DateKind kind, LocalDate lastDay, int marginDays, int windowDays, Boolean check) {

    /** What a date says to a person at the shelf. */
    public enum Colour {
        /** In date. */
        GREEN,
        /** Past best-before, inside the item's window: only with a recorded check. */
        AMBER,
        /** Past that window, or past use-by: not for people any more. */
        RED
    }

    /** Whether goods that reach people on that day may be picked. */
    public boolean mayReachPeopleOn(LocalDate handOver) {
        if (Boolean.FALSE.equals(check)) {
            return false;
        }
        return switch (colourOn(handOver.plusDays(marginDays))) {
            case GREEN -> true;
            case AMBER -> Boolean.TRUE.equals(check);
            case RED -> false;
        };
    }

    /** The printed date alone, without margin. */
    public Colour colourOn(LocalDate day) {
        if (lastDay == null || !day.isAfter(lastDay)) {
            return Colour.GREEN;
        }
        boolean inWindow = kind == DateKind.BEST_BEFORE && !day.isAfter(lastDay.plusDays(windowDays));
        return inWindow ? Colour.AMBER : Colour.RED;
    }

    /** The last day the goods may reach people without a check; null when they do not spoil. */
    public LocalDate lastHandOver() {
        return lastDay == null ? null : lastDay.minusDays(marginDays);
    }
}
