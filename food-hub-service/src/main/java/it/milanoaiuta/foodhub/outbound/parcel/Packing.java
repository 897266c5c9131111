package it.milanoaiuta.foodhub.outbound.parcel;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.outbound.parcel.PackedView.NotPacked;
import it.milanoaiuta.foodhub.outbound.parcel.PackedView.Packed;
import it.milanoaiuta.foodhub.outbound.parcel.PackedView.Reason;
import it.milanoaiuta.foodhub.outbound.parcel.PackedView.Short;
import it.milanoaiuta.foodhub.outbound.recipe.Recipe;
import it.milanoaiuta.foodhub.outbound.recipe.Recipes;
import it.milanoaiuta.foodhub.people.household.Household;
import it.milanoaiuta.foodhub.people.household.HouseholdState;
import it.milanoaiuta.foodhub.people.household.Households;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.foodhub.stock.Picked;
import it.milanoaiuta.foodhub.stock.Shelf;
import it.milanoaiuta.foodhub.stock.Stock;
import it.milanoaiuta.foodhub.stock.Wanted;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.NotFound;

/**
 * Packs whole parcels for as many households as the stock allows, in the order given, first to expire first. One shelf and
 * one booking for all of them, so that hundreds take little more than one.
 */
@ApplicationScoped
public class Packing {

    @Inject
    Households households;

    @Inject
    Recipes recipes;

    @Inject
    Items items;

    @Inject
    Stock stock;

    @Inject
    Ledger ledger;

    @Inject
    Parcels parcels;

    @Inject
    Clock clock;

    /**
     * @throws NotFound when the hub serves not all of the households
     * @throws InvalidField for an unknown recipe
     */
    @Transactional(TxType.MANDATORY)
    public PackedView pack(UUID hubId, NewParcels asked, UUID packer) {
        Recipe recipe = recipes.inForce(asked.recipe(), asked.handOver())
                .orElseThrow(() -> new InvalidField("recipe", "unknown-recipe"));
        Map<UUID, Item> known = items.byId(Stream.concat(recipe.lines().stream().map(line -> line.itemId()),
                asked.substitutions().stream().map(Substitution::substituteId)).collect(Collectors.toSet()));
        Batch batch = new Batch(hubId, asked, packer, recipe, new Substitutions(asked.substitutions(), recipe, known),
                clock.instant());
        Map<Household, List<Wanted>> wishes = wishes(batch, known);
        Shelf shelf = stock.shelf(hubId, wanted(wishes.values(), asked), asked.handOver());
        wishes.forEach((household, wanted) -> batch.fill(household, wanted, shelf));

        ledger.move(batch.movements);
        parcels.persist(batch.parcels);
        return new PackedView(recipe.id(), recipe.version(), batch.packed, batch.notPacked, batch.missing(shelf));
    }

    private static List<UUID> wanted(Collection<List<Wanted>> wishes, NewParcels asked) {
        return Stream.concat(wishes.stream().flatMap(List::stream).map(Wanted::itemId),
                asked.substitutions().stream().map(Substitution::substituteId)).distinct().toList();
    }

    /** What each household is to get, in the order given; the batch notes who gets nothing whatever the stock. */
    private Map<Household, List<Wanted>> wishes(Batch batch, Map<UUID, Item> known) {
        NewParcels asked = batch.asked;
        Map<UUID, Household> served = households.lockedOfHub(batch.hubId, asked.householdIds()).stream()
                .collect(Collectors.toMap(household -> household.id(), Function.identity()));
        if (served.size() < asked.householdIds().size()) {
            throw new NotFound("householdIds");
        }
        Set<UUID> entitlementUsed = asked.extraReason() != null
                ? Set.of()
                : parcels.entitlementUsed(asked.householdIds(), batch.recipe.code(), Parcel.weekOf(asked.handOver()));

        Map<Household, List<Wanted>> wishes = new LinkedHashMap<>();
        for (UUID id : asked.householdIds()) {
            Household household = served.get(id);
            List<Wanted> wanted = wanted(household, batch, known);
            if (household.state() != HouseholdState.ACTIVE) {
                batch.notPacked.add(new NotPacked(id, Reason.NOT_ACTIVE));
            } else if (entitlementUsed.contains(id)) {
                batch.notPacked.add(new NotPacked(id, Reason.ENTITLEMENT_USED));
            } else if (wanted.isEmpty()) {
                batch.notPacked.add(new NotPacked(id, Reason.NOTHING_FOR_IT));
            } else {
                wishes.put(household, wanted);
            }
        }
        return wishes;
    }

    /** What it does not take is left out, or something else stands in for it. */
    private static List<Wanted> wanted(Household household, Batch batch, Map<UUID, Item> known) {
        return batch.recipe.portionsFor(household.members(), household.infants()).stream().flatMap(portion -> {
            Wanted wish = wanted(portion, known.get(portion.itemId()));
            return household.exclusions().contains(wish.itemId())
                    ? batch.substitutions.instead(wish.itemId(), wish.quantity(), household.exclusions()).stream()
                    : Stream.of(wish);
        }).toList();
    }

    /** Loose produce is counted in the recipe and weighed in the stock: a piece is its nominal weight. */
    private static Wanted wanted(Recipe.Portion portion, Item item) {
        if (item == null) { // never heard of, so there is none: it will be short
            return new Wanted(portion.itemId(), portion.quantity());
        }
        return new Wanted(portion.itemId(), item.nominally(portion.quantity(), portion.unit())
                .orElseThrow(() -> new RecipeNotConvertible(portion.itemId(), portion.unit())));
    }

    /** The parcels of one request as they fill. */
    private static class Batch {

        final UUID hubId;
        final NewParcels asked;
        final UUID packer;
        final Recipe recipe;
        final Substitutions substitutions;
        final Instant now;
        final List<Parcel> parcels = new ArrayList<>();
        final List<Movement> movements = new ArrayList<>();
        final List<Packed> packed = new ArrayList<>();
        final List<NotPacked> notPacked = new ArrayList<>();
        final Map<UUID, BigDecimal> unmet = new TreeMap<>();

        Batch(UUID hubId, NewParcels asked, UUID packer, Recipe recipe, Substitutions substitutions, Instant now) {
            this.hubId = hubId;
            this.asked = asked;
            this.packer = packer;
            this.recipe = recipe;
            this.substitutions = substitutions;
            this.now = now;
        }

        void fill(Household household, List<Wanted> wanted, Shelf shelf) {
            Picked picked = take(household, wanted, shelf);
            if (!picked.isComplete()) {
                shelf.putBack(picked);
                notPacked.add(new NotPacked(household.id(), Reason.STOCK_SHORT));
                wanted.forEach(wish -> unmet.merge(wish.itemId(), wish.quantity(), BigDecimal::add));
                return;
            }
            Parcel parcel = Parcel.packed(hubId, household.id(), recipe, asked, picked, packer, now);
            parcels.add(parcel);
            packed.add(new Packed(parcel.id(), household.id(), parcel.lastDay()));
            picked.byLot().forEach(line -> movements.add(new Movement(line.lotId(), line.quantity(), Account.hub(hubId),
                    Account.parcel(parcel.id()), Movement.Reason.PACKING, parcel.id(), packer, null)));
        }

        /** What is short of the recipe is taken of what stands in for it. */
        private Picked take(Household household, List<Wanted> wanted, Shelf shelf) {
            Picked found = shelf.take(wanted);
            List<Wanted> stillMissing = new ArrayList<>();
            List<Wanted> instead = new ArrayList<>();
            for (Wanted missing : found.missing()) {
                substitutions.instead(missing.itemId(), missing.quantity(), household.exclusions())
                        .ifPresentOrElse(instead::add, () -> stillMissing.add(missing));
            }
            return found.with(shelf.take(instead), stillMissing);
        }

        /** What all who went short want, less what is left on the shelf. */
        List<Short> missing(Shelf shelf) {
            return unmet.entrySet().stream()
                    .map(entry -> new Short(entry.getKey(), entry.getValue().subtract(shelf.free(entry.getKey()))))
                    .filter(line -> line.missing().signum() > 0).toList();
        }
    }
}
