package it.milanoaiuta.foodhub.outbound.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.Created;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;
import it.milanoaiuta.platform.web.Version;

@Path("/api/v1")
@Tag(name = "Deliveries")
@Authenticated
public class DeliveryResource {

    @Inject
    Deliveries deliveries;

    @Inject
    DeliveryScope scope;

    @Inject
    Planning planning;

    @Inject
    Loading loading;

    @Inject
    Confirming confirming;

    @Inject
    Returning returning;

    @Inject
    Loads loads;

    @Inject
    Confirmations confirmations;

    @Inject
    Managers managers;

    @Inject
    Caller caller;

    @Inject
    DeliveryRules rules;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    @POST
    @Path("deliveries")
    @Idempotent
    @ResponseStatus(201)
    @Operation(summary = "Plan a household's parcels, or give the goods set aside for a need a day and people")
    public RestResponse<DeliveryView> plan(@NotNull @Valid NewDelivery asked) {
        NotFound.inField("hubId", () -> managers.mustManage(asked.hubId()));
        request.claim();
        DeliveryView planned = whole(planning.plan(asked));
        return Created.at("/api/v1/deliveries/" + planned.id(), planned);
    }

    @GET
    @Path("deliveries/{id}")
    @Transactional
    @Operation(summary = "A delivery, for the hub's managers and who brings it")
    public RestResponse<DeliveryView> get(@RestPath UUID id) {
        Delivery delivery = deliveries.existing(id);
        scope.mustSee(delivery);
        return tagged(whole(delivery));
    }

    @PUT
    @Path("deliveries/{id}/plan")
    @Transactional
    @Operation(summary = "Another day or other people for a planned delivery")
    public RestResponse<DeliveryView> change(@RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Plan plan) {
        Delivery delivery = managed(id);
        Version.seen(ifMatch).mustBe(delivery.version());
        return tagged(whole(planning.change(delivery, plan)));
    }

    @DELETE
    @Path("deliveries/{id}")
    @Transactional
    @Operation(summary = "Take a planned delivery back: parcels stay packed, goods set aside for a need are free")
    public void cancel(@RestPath UUID id) {
        planning.cancel(managed(id));
    }

    @POST
    @Path("deliveries/{id}/loading")
    @Idempotent
    @Operation(summary = "The goods left the hub")
    public DeliveryView load(@RestPath UUID id) {
        UUID manager = managers.mustManage(deliveries.existing(id).hubId());
        request.claim();
        Delivery delivery = deliveries.locked(id);
        loading.load(delivery, manager);
        return whole(delivery);
    }

    @POST
    @Path("deliveries/{id}/confirmation")
    @Idempotent
    @Operation(summary = "What happened at the door, by who brings it or a manager; one that no longer applies is kept to be settled")
    public ConfirmationView confirm(@RestPath UUID id, @NotNull @Valid NewConfirmation said) {
        UUID person = scope.mustCarry(deliveries.existing(id));
        request.claim();
        said.mustBeWhole();
        return confirming.confirm(id, said, person);
    }

    @POST
    @Path("deliveries/{id}/return")
    @Idempotent
    @Operation(summary = "What was not handed over is back at the hub, by who brought it or a manager")
    public DeliveryView bringBack(@RestPath UUID id, @NotNull @Valid NewReturn said) {
        UUID person = scope.mustCarry(deliveries.existing(id));
        request.claim();
        Delivery delivery = deliveries.locked(id);
        returning.bringBack(delivery, said, person);
        return whole(delivery);
    }

    @GET
    @Path("hubs/{hubId}/deliveries")
    @Transactional
    @Operation(summary = "A hub's deliveries of a day, today when none is given")
    public Page<DeliveryView> ofHub(@RestPath UUID hubId, @RestQuery LocalDate day,
            @BeanParam @Valid Paging paging) {
        Cursor from = paging.from(Paging.FIRST_ID);
        managers.mustManage(hubId);
        return views(paging.page(deliveries.ofDay(hubId, day == null ? CityTime.today(clock) : day, from, paging.rows()),
                delivery -> Cursor.after(delivery.id())));
    }

    @GET
    @Path("me/deliveries")
    @Transactional
    @Operation(summary = "What the caller is to bring, or brought in the last seven days, by day")
    public Page<DeliveryView> mine(@BeanParam @Valid Paging paging) {
        LocalDate since = CityTime.today(clock).minusDays(rules.seenFor().toDays());
        Cursor from = paging.from(since, Paging.FIRST_ID);
        return views(paging.page(deliveries.ofCarrier(caller.person(), managers.hubsOfCaller(), since, from, paging.rows()),
                delivery -> Cursor.after(delivery.plannedFor(), delivery.id())));
    }

    private Page<DeliveryView> views(Page<Delivery> page) {
        Set<UUID> stopped = deliveries.stoppedAmong(page.items());
        return page.map(delivery -> DeliveryView.of(delivery, stopped.contains(delivery.id())));
    }

    private Delivery managed(UUID id) {
        managers.mustManage(deliveries.existing(id).hubId());
        return deliveries.locked(id);
    }

    private DeliveryView whole(Planning.Planned planned) {
        return whole(planned.delivery(), planned.parcels().stream().map(parcel -> parcel.id()).sorted().toList(),
                planned.goods());
    }

    private DeliveryView whole(Delivery delivery) {
        List<DeliveryLine> goods = loads.of(delivery);
        return whole(delivery, goods.stream().map(DeliveryLine::parcelId).filter(Objects::nonNull).distinct().sorted().toList(),
                goods);
    }

    private DeliveryView whole(Delivery delivery, List<UUID> parcelIds, List<DeliveryLine> goods) {
        deliveries.flush(); // so that the version is the one the caller can change
        boolean stopped = !deliveries.stoppedAmong(List.of(delivery)).isEmpty();
        return DeliveryView.of(delivery, stopped, parcelIds, goods, confirmations.of(delivery.id()));
    }

    private static RestResponse<DeliveryView> tagged(DeliveryView view) {
        return RestResponse.ResponseBuilder.ok(view).header(HttpHeaders.ETAG, Version.etag(view.version())).build();
    }
}
