package it.milanoaiuta.gateway.home;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import it.milanoaiuta.gateway.ask.Asker;
import it.milanoaiuta.gateway.ask.Batch;
import it.milanoaiuta.gateway.ask.Hubs;
import it.milanoaiuta.gateway.ask.Items;
import it.milanoaiuta.gateway.ask.Needs;
import it.milanoaiuta.gateway.ask.OnceASecond;
import it.milanoaiuta.gateway.ask.Parts;
import it.milanoaiuta.gateway.ask.Services;
import it.milanoaiuta.gateway.ask.Shifts;
import it.milanoaiuta.gateway.page.Tongues;

/** What is needed now, asked of the three services at once, and in each language once a second, however many look. */
@ApplicationScoped
class ShowingHome {

    private static final int SHOWN = 20;

    @RestClient
    Shifts shifts;

    @RestClient
    Needs needs;

    @RestClient
    Items items;

    @RestClient
    Hubs hubs;

    @Inject
    Clock clock;

    private final Map<String, OnceASecond<Home>> homes = new ConcurrentHashMap<>();

    /** The first visitor must not pay for the loading of classes with a part of her answer. */
    void warmUp(@Observes StartupEvent started) {
        Infrastructure.getDefaultWorkerPool().execute(() -> in(Tongues.OF_THE_CITY.getLanguage()));
    }

    /** @param language one of ours, or null */
    Home in(String language) {
        return homes.computeIfAbsent(String.valueOf(language),
                first -> new OnceASecond<>(() -> compose(new Asker(null, language)))).get();
    }

    private Home compose(Asker asker) {
        Parts parts = new Parts();
        Parts.Part<Batch<Shifts.Shift>> people = parts.ask(Services.VOLUNTEERS,
                shifts.shifts(asker, clock.instant(), null, SHOWN));
        Parts.Part<Batch<Needs.Need>> goods = parts.ask(Services.DONATIONS, needs.needs(asker, SHOWN));
        Parts.Part<Batch<Items.Item>> catalogue = parts.ask(Services.DONATIONS, items.items(asker, Batch.MOST));
        Parts.Part<Batch<Hubs.Hub>> open = parts.ask(Services.FOOD_HUB, hubs.hubs(asker));
        return new Home(people.orElse(Batch.empty()).items(), goods.orElse(Batch.empty()).items(), Items.byId(catalogue),
                open.orElse(Batch.empty()).items(), parts.missing());
    }
}
