package it.milanoaiuta.donations.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.donations.donation.DonationState;

/** The city's figures of needs and donations. Days are Europe/Rome, both ends included. */
public record FiguresView(
        LocalDate from,
        LocalDate to,
        NeedFigures needs,
        DonationFigures donations,
        List<Day> byDay,
        List<Hub> byHub,
        List<Municipio> byMunicipio) {

    /** Needs. */
    public record NeedFigures(
            @Schema(description = "Published and not expired at the end of the last day") long open,
            @Schema(description = "Wholly received in the period, less those reopened") long met) {}

    /** Donations pledged in the period, by what became of them since. */
    public record DonationFigures(
            Map<DonationState, Long> byState,
            @Schema(description = "Kilograms of those that were not cancelled and have not lapsed") BigDecimal promisedKg,
            @Schema(description = "Of promisedKg what is food, infant milk too; nappies and tablets are none") BigDecimal ofItFood) {}

    /** One day. */
    public record Day(LocalDate day, long needsMet, DonationFigures donations) {}

    /** One hub. */
    public record Hub(@Schema(description = "Null: not known yet where they will be brought") UUID hubId,
            DonationFigures donations) {}

    /** One Municipio. */
    public record Municipio(int municipio, long needsOpen, long needsMet) {}
}
