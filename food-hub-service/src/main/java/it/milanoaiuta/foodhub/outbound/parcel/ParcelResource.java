package it.milanoaiuta.foodhub.outbound.parcel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Stock;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.Created;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;

/** Goods packed for households. */
@Path("/api/v1")
@Tag(name = "Parcels")
@Authenticated
public class ParcelResource {

    @Inject
    Parcels parcels;

    @Inject
    Packing packing;

    @Inject
    Stock stock;

    @Inject
    Ledger ledger;

    @Inject
    Managers managers;

    @Inject
    HandOverRules rules;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    /**
     * Packs a recipe for households, as many whole parcels as the stock allows.
     * <p>
     * For the hub's managers. In the order given, first to expire first; who could not be served, and what is short, is part of
     * the answer. One parcel a household, recipe and ISO week of hand-over, unless an extra one has a reason. Refused: 404 for
     * a household that is not the hub's, 400 unknown-recipe, day-not-ahead, household-twice, item-twice (domain, Parcel).
     *
     * @param hubId the hub
     */
    @POST
    @Path("hubs/{hubId}/parcels")
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<PackedView> pack(@RestPath UUID hubId, @NotNull @Valid NewParcels asked) {
        UUID packer = managers.mustManage(hubId);
        request.claim();
        asked.mustBeWhole(CityTime.today(clock), rules);
        return Created.at("/api/v1/hubs/" + hubId + "/parcels?day=" + asked.handOver(), packing.pack(hubId, asked, packer));
    }

    /**
     * Lists a hub's parcels of a day of hand-over.
     * <p>
     * For its managers.
     *
     * @param hubId the hub
     * @param day of hand-over, Europe/Rome; today when absent
     */
    @GET
    @Path("hubs/{hubId}/parcels")
    @Transactional
    public Page<ParcelView> ofDay(@RestPath UUID hubId, @RestQuery LocalDate day,
            @BeanParam @Valid Paging paging) {
        Cursor from = paging.from(Paging.FIRST_ID);
        managers.mustManage(hubId);
        LocalDate handOver = day == null ? CityTime.today(clock) : day;
        Page<Parcel> page = paging.page(parcels.ofDay(hubId, handOver, from, paging.rows()),
                parcel -> Cursor.after(parcel.id()));
        return new Page<>(views(hubId, handOver, page.items()), page.next());
    }

    /** Parcels of one hub and day; one that is late is judged on today. */
    private List<ParcelView> views(UUID hubId, LocalDate handOver, List<Parcel> page) {
        List<Parcels.Content> packed = parcels.packed(page.stream().map(parcel -> parcel.id()).toList());
        LocalDate today = CityTime.today(clock);
        Set<UUID> bad = stock.outdated(hubId, packed.stream().map(Parcels.Content::lotId).distinct().toList(),
                handOver.isBefore(today) ? today : handOver);
        return page.stream().map(parcel -> ParcelView.of(parcel, packed, bad)).toList();
    }

    /**
     * Answers with one parcel and what was packed.
     * <p>
     * For the managers of its hub.
     *
     * @param id the parcel
     */
    @GET
    @Path("parcels/{id}")
    @Transactional
    public ParcelView get(@RestPath UUID id) {
        Parcel parcel = parcels.existing(id);
        managers.mustManage(parcel.hubId());
        return views(parcel.hubId(), parcel.handOver(), List.of(parcel)).get(0);
    }

    /**
     * Unpacks a parcel: the same lots go back to the hub's stock and the household's entitlement is free.
     * <p>
     * For the managers of its hub. Again changes nothing. Refused: 409 parcel-not-free when it is with a delivery or not whole
     * in the hub.
     *
     * @param id the parcel
     */
    @DELETE
    @Path("parcels/{id}")
    @Transactional
    public void unpack(@RestPath UUID id) {
        Parcel parcel = parcels.locked(id);
        UUID manager = managers.mustManage(parcel.hubId());
        if (parcel.state() == ParcelState.UNPACKED) {
            return;
        }
        parcel.mustBeFree();
        ledger.move(parcels.unpacking(List.of(parcel), manager));
        parcel.unpack();
    }
}
