package it.milanoaiuta.gateway.hub;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import it.milanoaiuta.gateway.ask.Arrivals;
import it.milanoaiuta.gateway.ask.Asker;
import it.milanoaiuta.gateway.ask.Batch;
import it.milanoaiuta.gateway.ask.Hubs;
import it.milanoaiuta.gateway.ask.Items;
import it.milanoaiuta.gateway.ask.Parts;
import it.milanoaiuta.gateway.ask.Refused;
import it.milanoaiuta.gateway.ask.Services;
import it.milanoaiuta.platform.web.CityTime;

/** What arrives at a hub on a day and who comes. */
@ApplicationScoped
class ShowingHubDays {

    private static final Comparator<Arrivals.Arrival> WHAT_IS_STILL_TO_DO_FIRST = Comparator
            .comparing((Arrivals.Arrival arrival) -> !arrival.isOpen())
            .thenComparing(Arrivals.Arrival::windowStart, Comparator.nullsFirst(Comparator.naturalOrder()));

    @RestClient
    Hubs hubs;

    @RestClient
    Arrivals arrivals;

    @RestClient
    Items items;

    @Inject
    Clock clock;

    /**
     * @param day null for today, Europe/Rome
     * @throws Refused 404 when the caller does not manage the hub
     */
    HubDay of(UUID hub, LocalDate day, Asker asker) {
        LocalDate shown = day == null ? CityTime.today(clock) : day;
        Parts parts = new Parts();
        Parts.Part<Batch<Arrivals.Arrival>> arriving = parts.ask(Services.FOOD_HUB,
                arrivals.arrivals(hub, asker, shown, Batch.MOST));
        Parts.Part<Batch<Hubs.RosterPlace>> roster = parts.ask(Services.FOOD_HUB, hubs.roster(hub, asker, shown));
        Parts.Part<Batch<Hubs.Task>> tasks = parts.ask(Services.FOOD_HUB, hubs.tasks(hub, asker, Batch.MOST));
        Parts.Part<Hubs.Hub> place = parts.ask(Services.FOOD_HUB, hubs.hub(hub, asker));
        Parts.Part<Batch<Items.Item>> catalogue = parts.ask(Services.DONATIONS, items.items(asker, Batch.MOST));
        return new HubDay(hub, place.orElse(null), shown,
                arriving.orElse(Batch.empty()).items().stream().sorted(WHAT_IS_STILL_TO_DO_FIRST).toList(),
                roster.orElse(Batch.empty()).items(), size(tasks.orElse(null)), Items.byId(catalogue), parts.missing());
    }

    private static Integer size(Batch<?> counted) {
        return counted == null ? null : counted.items().size();
    }
}
