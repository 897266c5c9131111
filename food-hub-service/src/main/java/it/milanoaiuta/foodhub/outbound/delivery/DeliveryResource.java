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

/** Goods of a hub on their way to households and to needs. */
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

    /**
     * Plans a household's parcels, or gives the goods set aside for a need a day and people.
     * <p>
     * For the hub's managers (else 404 in the field hubId). The day counts: the parcels' dates are judged on it and they are of
     * its week; DeliveryPlanned tells the need's side. Refused: 400 day-not-ahead, not-on-roster, assigns-herself, 409
     * parcel-not-free, entitlement-used, delivery-outdated naming the lots, nothing-set-aside, 503 copy-lags (domain,
     * Delivery).
     */
    @POST
    @Path("deliveries")
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<DeliveryView> plan(@NotNull @Valid NewDelivery asked) {
        NotFound.inField("hubId", () -> managers.mustManage(asked.hubId()));
        request.claim();
        DeliveryView planned = whole(planning.plan(asked));
        return Created.at("/api/v1/deliveries/" + planned.id(), planned);
    }

    /**
     * Answers with one delivery.
     * <p>
     * For the hub's managers, and for who brings it as long as she is on the roster that day; to others it is 404.
     *
     * @param id the delivery
     */
    @GET
    @Path("deliveries/{id}")
    @Transactional
    public RestResponse<DeliveryView> get(@RestPath UUID id) {
        Delivery delivery = deliveries.existing(id);
        scope.mustSee(delivery);
        return tagged(whole(delivery));
    }

    /**
     * Gives a planned delivery another day or other people.
     * <p>
     * For the hub's managers. DeliveryPlanned is told again. Refused: 400 day-not-ahead, not-on-roster, assigns-herself, 409
     * delivery-not-in-state, entitlement-used, delivery-outdated naming the lots, 503 copy-lags.
     *
     * @param id the delivery
     * @param ifMatch the ETag it was decided on
     */
    @PUT
    @Path("deliveries/{id}/plan")
    @Transactional
    public RestResponse<DeliveryView> change(@RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Plan plan) {
        Delivery delivery = managed(id);
        Version.seen(ifMatch).mustBe(delivery.version());
        return tagged(whole(planning.change(delivery, plan)));
    }

    /**
     * Takes a planned delivery back: parcels stay packed, goods set aside for a need are free.
     * <p>
     * For the hub's managers. DeliveryCancelled tells the need's side. Again changes nothing. Refused: 409
     * delivery-not-in-state once it has left.
     *
     * @param id the delivery
     */
    @DELETE
    @Path("deliveries/{id}")
    @Transactional
    public void cancel(@RestPath UUID id) {
        planning.cancel(managed(id));
    }

    /**
     * Says that the goods left the hub.
     * <p>
     * For the hub's managers. DeliveryDispatched tells the need's side. Refused: 409 delivery-not-in-state, delivery-stopped
     * while its organisation is suspended, delivery-outdated naming the lots that may not reach people any more.
     *
     * @param id the delivery
     */
    @POST
    @Path("deliveries/{id}/loading")
    @Idempotent
    public DeliveryView load(@RestPath UUID id) {
        UUID manager = managers.mustManage(deliveries.existing(id).hubId());
        request.claim();
        Delivery delivery = deliveries.locked(id);
        loading.load(delivery, manager);
        return whole(delivery);
    }

    /**
     * Confirms what happened at the door.
     * <p>
     * For who brings it, as long as she is on the roster that day, and the hub's managers; perhaps offline some time ago. The
     * same id again changes nothing; one that no longer applies is kept to be settled (state TO_SETTLE). DeliveryConfirmed or
     * DeliveryFailed tells the need's side; two failures in a row open a task. Refused: 400 where it contradicts itself, 422
     * confirmation-id-taken, 503 copy-lags (domain, Delivery).
     *
     * @param id the delivery
     */
    @POST
    @Path("deliveries/{id}/confirmation")
    @Idempotent
    public ConfirmationView confirm(@RestPath UUID id, @NotNull @Valid NewConfirmation said) {
        UUID person = scope.mustCarry(deliveries.existing(id));
        request.claim();
        said.mustBeWhole();
        return confirming.confirm(id, said, person);
    }

    /**
     * Says that what was not handed over is back at the hub.
     * <p>
     * For who brought it and the hub's managers. Unopened parcels come back whole; chilled and frozen goods go to quarantine
     * unless a reading in tolerance is given. DeliveryReturned tells the need's side. Refused: 409 delivery-not-in-state when
     * nothing of it is on its way back, 503 copy-lags.
     *
     * @param id the delivery
     */
    @POST
    @Path("deliveries/{id}/return")
    @Idempotent
    public DeliveryView bringBack(@RestPath UUID id, @NotNull @Valid NewReturn said) {
        UUID person = scope.mustCarry(deliveries.existing(id));
        request.claim();
        Delivery delivery = deliveries.locked(id);
        returning.bringBack(delivery, said, person);
        return whole(delivery);
    }

    /**
     * Lists a hub's deliveries of a day.
     * <p>
     * For its managers; without parcels, goods and confirmations, which one delivery has.
     *
     * @param hubId the hub
     * @param day on which they are planned, Europe/Rome; today when absent
     */
    @GET
    @Path("hubs/{hubId}/deliveries")
    @Transactional
    public Page<DeliveryView> ofHub(@RestPath UUID hubId, @RestQuery LocalDate day,
            @BeanParam @Valid Paging paging) {
        Cursor from = paging.from(Paging.FIRST_ID);
        managers.mustManage(hubId);
        return views(paging.page(deliveries.ofDay(hubId, day == null ? CityTime.today(clock) : day, from, paging.rows()),
                delivery -> Cursor.after(delivery.id())));
    }

    /**
     * Lists what the caller is to bring, or brought in the last seven days, by day.
     * <p>
     * Of each as long as she is on the hub's roster of that day, or manages the hub.
     */
    @GET
    @Path("me/deliveries")
    @Transactional
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
