package it.milanoaiuta.donations.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import it.milanoaiuta.donations.figure.FiguresView.Day;
import it.milanoaiuta.donations.figure.FiguresView.Hub;
import it.milanoaiuta.donations.figure.FiguresView.Municipio;
import it.milanoaiuta.donations.figure.FiguresView.NeedFigures;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.InvalidField;

/** What the dashboard shows of needs and donations. */
@Path("/api/v1/figures")
@Tag(name = "Figures")
@RolesAllowed({"service", "coordinator"})
public class FigureResource {

    @Inject
    Figures figures;

    @Inject
    FigureRules rules;

    @Inject
    Clock clock;

    /**
     * Answers with needs and donations of a period: in total, by day, hub and Municipio.
     * <p>
     * For the gateway's dashboard and for coordinators; a few seconds old at most. Refused: 400 period-backwards,
     * period-too-long.
     *
     * @param from first day, Europe/Rome; when not given, so that the period has 30 days
     * @param to last day, Europe/Rome, included, at most 366 days with the first; today when not given
     */
    @GET
    public FiguresView figures(@RestQuery LocalDate from, @RestQuery LocalDate to) {
        LocalDate last = to != null ? to : CityTime.today(clock);
        LocalDate first = from != null ? from : last.minusDays(rules.usualPeriod().toDays() - 1);
        mustBePeriod(first, last);
        Map<LocalDate, Sums> days = figures.byDay(first, last);
        Sums all = days.values().stream().reduce(Sums.none(), Sums::plus);
        List<Municipio> municipi = municipi(figures.byMunicipio(first, last), figures.openNeeds(last));
        return new FiguresView(first, last,
                new NeedFigures(municipi.stream().mapToLong(Municipio::needsOpen).sum(), all.needsMet()), all.donations(),
                days.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue().needsMet(), day.getValue().donations())).toList(),
                figures.byHub(first, last).entrySet().stream()
                        .map(hub -> new Hub(hub.getKey(), hub.getValue().donations())).toList(),
                municipi);
    }

    private void mustBePeriod(LocalDate first, LocalDate last) {
        if (first.isAfter(last)) {
            throw new InvalidField("from", "period-backwards");
        }
        if (ChronoUnit.DAYS.between(first, last) >= rules.longestPeriod().toDays()) {
            throw new InvalidField("from", "period-too-long", rules.longestPeriod().toDays());
        }
    }

    private static List<Municipio> municipi(Map<Integer, Sums> sums, Map<Integer, Long> open) {
        TreeSet<Integer> municipi = new TreeSet<>(sums.keySet());
        municipi.addAll(open.keySet());
        return municipi.stream().map(municipio -> new Municipio(municipio, open.getOrDefault(municipio, 0L),
                sums.getOrDefault(municipio, Sums.none()).needsMet())).toList();
    }
}
