package it.milanoaiuta.gateway.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Answers that one screen needs in one call, asked of the services in parallel; used by the API and by the pages. */
@ApplicationScoped
public class Composing {

    private static final int SHOWN = 20;
    private static final int ALL = 100;

    private static final Comparator<Known.Arrival> WHAT_IS_STILL_TO_DO_FIRST = Comparator
            .comparing((Known.Arrival arrival) -> !arrival.isOpen())
            .thenComparing(Known.Arrival::windowStart, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final String VOLUNTEERS = "volunteers";
    private static final String DONATIONS = "donations";
    private static final String FOOD_HUB = "food-hub";

    /** What is needed now. */
    public record Home(
            @Schema(description = "Open shifts, the next first") List<Known.Shift> people,
            @Schema(description = "Published needs, the most urgent first") List<Known.Need> goods,
            @Schema(description = "The items of the needs, by id") Map<UUID, Known.Item> items,
            List<Known.Hub> hubs,
            @Schema(description = "Services whose part is missing from this answer") List<String> missing) {}

    /** A hub's day, for its managers. */
    public record HubDay(UUID id, @Schema(description = "Null when it could not be asked") Known.Hub hub, LocalDate day,
            @Schema(description = "Goods that come, or came, that day; those still to be received first") List<Known.Arrival> arrivals,
            @Schema(description = "Confirmed volunteers") List<Known.RosterPlace> roster,
            @Schema(description = "How many tasks are open, whatever the day, at most 100 counted; null when they could not be asked") Integer openTasks,
            @Schema(description = "The items of the arrivals, by id") Map<UUID, Known.Item> items,
            @Schema(description = "Services whose part is missing from this answer") List<String> missing) {}

    /** How finely goods and people helped are told over a period. */
    public enum Step {
        DAY, WEEK, MONTH;

        private static final int DAYS = 31;
        private static final int WEEKS = 26;

        /** As finely as a person can take in: days up to 31, weeks up to 26, months beyond. */
        static Step of(LocalDate from, LocalDate to) {
            if (to.isBefore(from.plusDays(DAYS))) {
                return DAY;
            }
            return to.isBefore(from.plusWeeks(WEEKS)) ? WEEK : MONTH;
        }
    }

    /** The city's figures; a missing part is null and named. */
    public record Dashboard(LocalDate from, LocalDate to, JsonNode volunteers, JsonNode donations,
            @Schema(description = "Periods by day, week or month, and hubs. Kilograms are of all goods, ofItFood of them food; meals are told of food alone") JsonNode foodHub,
            @Schema(description = "Services whose part is missing from this answer") List<String> missing) {}

    /**
     * @param place null when the hub it is at cannot be asked
     * @param mine null without a live sign-up
     * @param near what else she has, too soon before or after it; or null
     * @param others where there is room on that day for the same task, before she joins a waiting list
     */
    public record ShownShift(Known.Shift shift, Known.Place place, Known.MySignUp mine, Near near,
            List<Known.Shift> others) {}

    /** Another shift of hers. @param place null when the hub it is at cannot be asked */
    public record Near(Known.MySignUp signUp, Known.Place place) {}

    /** @param items by id; empty when the catalogue cannot be asked */
    public record ShownArrival(Known.Arrival arrival, Map<UUID, Known.Item> items) {}

    @RestClient
    Volunteers volunteers;

    @RestClient
    Donations donations;

    @RestClient
    FoodHub foodHub;

    @Inject
    Clock clock;

    private final Map<String, OnceASecond<Home>> homes = new ConcurrentHashMap<>();

    /** The first visitor must not pay for the loading of classes with a part of her answer. */
    void warmUp(@Observes StartupEvent started) {
        Infrastructure.getDefaultWorkerPool().execute(() -> home("it"));
    }

    /** @param language one of ours, or null */
    public Home home(String language) {
        return homes.computeIfAbsent(String.valueOf(language),
                first -> new OnceASecond<>(() -> compose(new Asker(null, language)))).get();
    }

    private Home compose(Asker asker) {
        Parts parts = new Parts();
        Parts.Part<Batch<Known.Shift>> shifts = parts.ask(VOLUNTEERS,
                volunteers.shifts(asker, clock.instant(), null, null, SHOWN));
        Parts.Part<Batch<Known.Need>> needs = parts.ask(DONATIONS, donations.needs(asker, SHOWN));
        Parts.Part<Batch<Known.Item>> items = parts.ask(DONATIONS, donations.items(asker, ALL));
        Parts.Part<Batch<Known.Hub>> hubs = parts.ask(FOOD_HUB, foodHub.hubs(asker));
        return new Home(shifts.orElse(Batch.empty()).items(), needs.orElse(Batch.empty()).items(),
                byId(items.orElse(Batch.empty())), hubs.orElse(Batch.empty()).items(), parts.missing());
    }

    /**
     * @param day null for today, Europe/Rome
     * @throws Refused 404 when the caller does not manage the hub
     */
    public HubDay hubDay(UUID hub, LocalDate day, Asker asker) {
        LocalDate shown = day == null ? LocalDate.now(clock) : day;
        Parts parts = new Parts();
        Parts.Part<Batch<Known.Arrival>> arrivals = parts.ask(FOOD_HUB, foodHub.arrivals(hub, asker, shown, ALL));
        Parts.Part<Batch<Known.RosterPlace>> roster = parts.ask(FOOD_HUB, foodHub.roster(hub, asker, shown));
        Parts.Part<Batch<Known.Task>> tasks = parts.ask(FOOD_HUB, foodHub.tasks(hub, asker, ALL));
        Parts.Part<Known.Hub> place = parts.ask(FOOD_HUB, foodHub.hub(hub, asker));
        Parts.Part<Batch<Known.Item>> items = parts.ask(DONATIONS, donations.items(asker, ALL));
        return new HubDay(hub, place.orElse(null), shown,
                arrivals.orElse(Batch.empty()).items().stream().sorted(WHAT_IS_STILL_TO_DO_FIRST).toList(),
                roster.orElse(Batch.empty()).items(), size(tasks.orElse(null)), byId(items.orElse(Batch.empty())),
                parts.missing());
    }

    /** @throws Refused 401, 403 when the caller is no coordinator: the services decide */
    public Dashboard dashboard(LocalDate from, LocalDate to, Step by, Asker asker) {
        Parts parts = new Parts();
        Parts.Part<JsonNode> people = parts.ask(VOLUNTEERS, volunteers.figures(asker, from, to));
        Parts.Part<JsonNode> gifts = parts.ask(DONATIONS, donations.figures(asker, from, to));
        Parts.Part<JsonNode> food = parts.ask(FOOD_HUB, foodHub.figures(asker, from, to, by));
        return new Dashboard(from, to, people.orElse(null), gifts.orElse(null), food.orElse(null), parts.missing());
    }

    /**
     * A shift, where it is and what the asker has to do with it. A frozen one is hidden, but not from whoever is in it.
     *
     * @param closeTo the shift of hers she was warned of as she signed up, or null; said only while she is in both
     * @throws PartAway when the shift cannot be had
     */
    public ShownShift shift(UUID id, UUID closeTo, Asker asker) {
        Parts parts = new Parts();
        Parts.Part<Known.Shift> shift = parts.ask(VOLUNTEERS, volunteers.shift(id, asker));
        Parts.Part<Batch<Known.MySignUp>> mine = asker.authorization == null
                ? null
                : parts.ask(VOLUNTEERS, volunteers.mine(asker, ALL));
        Parts.Part<Batch<Known.Hub>> hubs = parts.ask(FOOD_HUB, foodHub.hubs(asker));
        List<Known.MySignUp> live = mine == null ? List.of() : live(mine);
        Known.MySignUp signUp = among(live, id);
        Known.MySignUp near = signUp == null ? null : among(live, closeTo);
        Known.Shift shown = signUp != null && signUp.frozen() ? signUp.shift() : shift.orElseThrow();
        return new ShownShift(shown, placeOf(shown.opportunity(), hubs), signUp,
                near == null ? null : new Near(near, placeOf(near.opportunity(), hubs)),
                signUp == null && shown.isFullSomewhere() ? others(shown, asker, parts) : List.of());
    }

    private List<Known.Shift> others(Known.Shift full, Asker asker, Parts parts) {
        ZoneId city = clock.getZone();
        Instant day = full.start().atZone(city).truncatedTo(ChronoUnit.DAYS).toInstant();
        Instant nextDay = day.atZone(city).plusDays(1).toInstant();
        return parts.ask(VOLUNTEERS, volunteers.shifts(asker, day, nextDay, null, ALL)).orElse(Batch.empty()).items().stream()
                .filter(other -> other.standsInFor(full, city)).toList();
    }

    private static Known.MySignUp among(List<Known.MySignUp> signUps, UUID shift) {
        return signUps.stream().filter(one -> one.shiftId().equals(shift)).findFirst().orElse(null);
    }

    /** Whose place is its own need not wait for the hubs. */
    private static Known.Place placeOf(Known.Opportunity opportunity, Parts.Part<Batch<Known.Hub>> hubs) {
        return opportunity.placeAmong(opportunity.place() != null ? List.of() : hubs.orElse(Batch.empty()).items());
    }

    /**
     * What the asker has signed up for and has not left.
     *
     * @throws PartAway when it cannot be had
     */
    public List<Known.MySignUp> signUps(Asker asker) {
        return live(new Parts().ask(VOLUNTEERS, volunteers.mine(asker, ALL)));
    }

    /** @throws PartAway when they cannot be had */
    public List<Known.Hub> hubsOf(Asker manager) {
        return new Parts().ask(FOOD_HUB, foodHub.mine(manager)).orElseThrow().items();
    }

    /** @throws PartAway when the arrival cannot be had */
    public ShownArrival arrival(UUID id, Asker asker) {
        Parts parts = new Parts();
        Parts.Part<Known.Arrival> arrival = parts.ask(FOOD_HUB, foodHub.arrival(id, asker));
        Parts.Part<Batch<Known.Item>> items = parts.ask(DONATIONS, donations.items(asker, ALL));
        return new ShownArrival(arrival.orElseThrow(), byId(items.orElse(Batch.empty())));
    }

    private static List<Known.MySignUp> live(Parts.Part<Batch<Known.MySignUp>> mine) {
        return mine.orElseThrow().items().stream().filter(Known.MySignUp::isLive).toList();
    }

    private static Integer size(Batch<?> counted) {
        return counted == null ? null : counted.items().size();
    }

    private static Map<UUID, Known.Item> byId(Batch<Known.Item> items) {
        return items.items().stream().collect(Collectors.toMap(Known.Item::id, Function.identity()));
    }
}
