package it.milanoaiuta.foodhub.inbound;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.Arrivals;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.CheckedCode;
import it.milanoaiuta.platform.web.Created;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;

/** What comes, and came, to a hub. */
@Path("/api/v1/hubs/{hubId}/arrivals")
@Tag(name = "Arrivals")
@Authenticated
public class HubArrivalResource {

    @Inject
    Arrivals arrivals;

    @Inject
    ArrivalViews views;

    @Inject
    Items items;

    @Inject
    ReceivingByCode receivingByCode;

    @Inject
    Managers managers;

    @Inject
    ArrivalRules rules;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    /**
     * Lists what comes, and came, to a hub, by time window.
     * <p>
     * For its managers; filters are cumulative.
     *
     * @param hubId the hub
     * @param day on which the window begins, Europe/Rome
     * @param state only in this state
     * @param code of a donation, also of one nobody expects any more; typed in any way, a mistyped one is a 400
     */
    @GET
    @Transactional
    public Page<ArrivalView> list(@RestPath UUID hubId, @RestQuery LocalDate day, @RestQuery Arrival.State state,
            @RestQuery @Size(max = 60) String code, @BeanParam @Valid Paging paging) {
        managers.mustManage(hubId);
        List<Arrival> rows = arrivals.page(hubId, day, state,
                code == null ? null : CheckedCode.read(Arrival.CODES_OF_DONATIONS, "code", code),
                paging.from(Instant.EPOCH, Paging.FIRST_ID), paging.rows());
        Page<Arrival> page = paging.page(rows, arrival -> Cursor.after(arrival.windowStart(), arrival.id()));
        return new Page<>(views.of(page.items()), page.next());
    }

    /**
     * Announces goods that are here: that nobody told of, or that a supplier delivers.
     * <p>
     * For the hub's managers. What is there is what is expected; it is stock once it is confirmed (POST
     * /arrivals/{id}/receipts). Refused: 400 supplier-needed, unknown-item, unit-mismatch, too-fine, too-much, not-yet,
     * came-too-long-ago.
     *
     * @param hubId the hub
     */
    @POST
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<ArrivalView> announce(@RestPath UUID hubId, @Valid @NotNull NewArrival announced) {
        managers.mustManage(hubId);
        request.claim();
        if (announced.kind() != Arrival.Kind.UNANNOUNCED && announced.kind() != Arrival.Kind.SUPPLIER) {
            throw new InvalidField("kind", "arrival-kind-not-announced");
        }
        if (announced.kind() == Arrival.Kind.SUPPLIER && (announced.supplier() == null || announced.supplier().isBlank())) {
            throw new InvalidField("supplier", "supplier-needed");
        }
        Instant now = clock.instant();
        announced.fundingSource().mustBeKnown("fundingSource");
        NewArrival.mustHaveCome(announced.cameAt(), now, rules);
        Arrival arrival = Arrival.announced(hubId, announced.kind(), announced.fundingSource(), announced.supplier(),
                announced.documentNumber(), announced.cameAt(), now);
        addLines(arrival, announced.lines());
        arrivals.persist(arrival);
        return created(arrival);
    }

    /**
     * Finds or makes the arrival of a donation whose goods are here, wherever they were to come.
     * <p>
     * For the hub's managers; the answer is what is to be confirmed of it, the same however often it is asked for. A cancelled
     * or lapsed donation is received too (domain, When plans and facts cross). Refused: 400 for a mistyped code, 404
     * donation-not-known.
     *
     * @param hubId the hub
     */
    @POST
    @Path("by-code")
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<ArrivalView> byCode(@RestPath UUID hubId, @Valid @NotNull DonationHere donation) {
        managers.mustManage(hubId);
        request.claim();
        return created(receivingByCode.arrival(hubId, donation));
    }

    private RestResponse<ArrivalView> created(Arrival arrival) {
        return Created.at("/api/v1/arrivals/" + arrival.id(), views.of(arrival));
    }

    private void addLines(Arrival arrival, List<NewArrival.Line> lines) {
        Map<UUID, Item> known = items.byId(lines.stream().map(NewArrival.Line::itemId).collect(Collectors.toSet()));
        for (int i = 0; i < lines.size(); i++) {
            String at = "lines[%d]".formatted(i);
            NewArrival.Line said = lines.get(i);
            Item item = known.get(said.itemId());
            if (item == null) {
                throw new InvalidField(at + ".itemId", "unknown-item");
            }
            arrival.newLine(item.id()).expect(item.inBaseUnit(said.quantity(), said.unit(), at));
            if (arrival.expectedOf(item.id()).compareTo(Item.MOST) > 0) {
                throw new InvalidField(at + ".quantity", "too-much");
            }
        }
    }
}
