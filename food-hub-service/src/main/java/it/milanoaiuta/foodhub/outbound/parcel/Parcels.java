package it.milanoaiuta.foodhub.outbound.parcel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import it.milanoaiuta.foodhub.people.household.Households;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.Holdings;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;

@ApplicationScoped
public class Parcels implements PanacheRepositoryBase<Parcel, UUID> {

    @Inject
    Households households;

    @Inject
    Holdings holdings;

    /** Goods of one lot in a parcel, in the item's base unit. */
    public record Content(UUID parcelId, UUID lotId, UUID itemId, BigDecimal quantity) {}

    /** @throws NotFound for an unknown id */
    Parcel existing(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /** @throws NotFound for an unknown id */
    Parcel locked(UUID id) {
        return locked(List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** Those of the ids there are, locked in the order of their ids. */
    public List<Parcel> locked(Collection<UUID> ids) {
        return find("id in ?1", Sort.by("id"), ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /**
     * Another day of hand-over for parcels of one household; one that came back whole counts again.
     *
     * @throws EntitlementUsed when it has, or has waiting, its parcel of the recipe in the week of that day
     */
    public void handOverOn(LocalDate day, List<Parcel> parcels) {
        LocalDate week = Parcel.weekOf(day);
        mustBeEntitled(parcels.stream().filter(parcel -> !parcel.countsFor(week)).toList(), week);
        parcels.forEach(parcel -> parcel.handOverOn(day));
    }

    /** The household is locked as packing locks it: what is packed for the week at the same moment is seen. */
    private void mustBeEntitled(List<Parcel> parcels, LocalDate week) {
        List<Parcel> ordinary = parcels.stream().filter(parcel -> parcel.extraReason() == null).toList();
        if (ordinary.isEmpty()) {
            return;
        }
        Parcel one = ordinary.get(0);
        households.lockedOfHub(one.hubId(), List.of(one.householdId()));
        Set<String> used = recipesUsed(one.householdId(), week);
        ordinary.stream().filter(parcel -> !used.add(parcel.recipeCode())).findFirst().ifPresent(parcel -> {
            throw new EntitlementUsed(parcel.id());
        });
    }

    private Set<String> recipesUsed(UUID householdId, LocalDate week) {
        return new HashSet<>(find("select recipeCode from Parcel where householdId = ?1 and week = ?2"
                + " and extraReason is null and state in (PACKED, LOADED, HANDED_OVER)", householdId, week)
                .project(String.class).list());
    }

    public List<Parcel> ofDelivery(UUID deliveryId) {
        return list("deliveryId", Sort.by("id"), deliveryId);
    }

    /** Those of a household at a hub that were packed and not handed over, whatever became of them. */
    public List<Parcel> notHandedOver(UUID hubId, UUID householdId) {
        return list("hubId = ?1 and householdId = ?2 and state <> ?3", hubId, householdId, ParcelState.HANDED_OVER);
    }

    /** What the ledger has in these parcels now, by parcel and lot. */
    public List<Content> contents(Collection<UUID> parcelIds) {
        return contents(holdings.on(Account.Kind.PARCEL, parcelIds));
    }

    /** What was packed into these parcels, wherever it is now. */
    public List<Content> packed(Collection<UUID> parcelIds) {
        return contents(holdings.booked(Movement.Reason.PACKING, parcelIds));
    }

    private static List<Content> contents(List<Holdings.Held> held) {
        return held.stream().map(goods -> new Content(goods.owner(), goods.lotId(), goods.itemId(), goods.quantity())).toList();
    }

    /** What the ledger has to book to lay the goods of parcels back into their hubs' stock; whoever calls moves it. */
    public List<Movement> unpacking(List<Parcel> unpacked, UUID author) {
        Map<UUID, UUID> hubs = unpacked.stream().collect(Collectors.toMap(parcel -> parcel.id(), parcel -> parcel.hubId()));
        return contents(hubs.keySet()).stream()
                .map(content -> new Movement(content.lotId(), content.quantity(), Account.parcel(content.parcelId()),
                        Account.hub(hubs.get(content.parcelId())), Movement.Reason.UNPACKING, content.parcelId(), author, null))
                .toList();
    }

    /** Those of the households that have had their parcel of this recipe in the week, or have it waiting. */
    Set<UUID> entitlementUsed(Collection<UUID> householdIds, String recipeCode, LocalDate week) {
        return new HashSet<>(find("""
                select householdId from Parcel where householdId in ?1 and recipeCode = ?2 and week = ?3
                and extraReason is null and state in (PACKED, LOADED, HANDED_OVER)
                """, householdIds, recipeCode, week).project(UUID.class).list());
    }

    /** A page of a hub's parcels for a day, by id. */
    List<Parcel> ofDay(UUID hubId, LocalDate handOver, Cursor from, int rows) {
        return find("hubId = ?1 and handOver = ?2 and id > ?3", Sort.by("id"), hubId, handOver, from.id(0)).page(0, rows)
                .list();
    }
}
