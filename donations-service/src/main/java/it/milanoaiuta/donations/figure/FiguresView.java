package it.milanoaiuta.donations.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import it.milanoaiuta.donations.donation.DonationState;

/**
 * The city's figures of needs and donations; days are Europe/Rome.
 *
 * @param from first day
 * @param to last day, included
 * @param needs of the whole city
 * @param donations of the whole city, pledged in the period
 * @param byDay days on which anything happened, in order
 * @param byHub donations by where they are brought; one entry has no hub
 * @param byMunicipio needs by where they are to be delivered, in order
 */
public record FiguresView(
        LocalDate from,
        LocalDate to,
        NeedFigures needs,
        DonationFigures donations,
        List<Day> byDay,
        List<Hub> byHub,
        List<Municipio> byMunicipio) {

    /**
     * Needs, counted.
     *
     * @param open published and not expired at the end of the last day
     * @param met wholly received in the period, less those reopened
     */
    public record NeedFigures(long open, long met) {}

    /**
     * Donations pledged in the period, by what became of them since.
     *
     * @param byState how many are in each state now; every state is there
     * @param promisedKg kilograms of those that were not cancelled and have not lapsed, to the gram
     * @param ofItFood kilograms of promisedKg that are food, infant milk too; nappies and tablets are none
     */
    public record DonationFigures(Map<DonationState, Long> byState, BigDecimal promisedKg, BigDecimal ofItFood) {}

    /**
     * One day of the whole city.
     *
     * @param day Europe/Rome
     * @param needsMet wholly received that day, less those reopened; may be negative
     * @param donations pledged that day
     */
    public record Day(LocalDate day, long needsMet, DonationFigures donations) {}

    /**
     * One hub in the whole period.
     *
     * @param hubId null: not known yet where they will be brought
     * @param donations pledged in the period and brought there
     */
    public record Hub(UUID hubId, DonationFigures donations) {}

    /**
     * One of the city's districts in the whole period.
     *
     * @param municipio its number, 1 to 9
     * @param needsOpen published and not expired at the end of the last day, to be delivered there
     * @param needsMet wholly received in the period, less those reopened
     */
    public record Municipio(int municipio, long needsOpen, long needsMet) {}
}
