package it.milanoaiuta.foodhub.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.Created;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;

/** What a hub has, and what is sorted out of it. */
@Path("/api/v1")
@Tag(name = "Stock")
@Authenticated
public class StockResource {

    @Inject
    StockOnHand onHand;

    @Inject
    LotChecks checks;

    @Inject
    Ledger ledger;

    @Inject
    Lots lots;

    @Inject
    Managers managers;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    /**
     * Lists what the hub has, by item and lot, first to expire first.
     * <p>
     * For its managers; now from the balances, at an instant of the past from the ledger.
     *
     * @param hubId the hub
     * @param itemId only this item
     * @param asOf an instant of the past; now when absent
     */
    @GET
    @Path("hubs/{hubId}/stock")
    @Transactional
    public StockPage stock(@RestPath UUID hubId, @RestQuery UUID itemId, @RestQuery Instant asOf,
            @BeanParam @Valid Paging paging) {
        managers.mustManage(hubId);
        Instant now = clock.instant();
        if (asOf != null && asOf.isAfter(now)) {
            throw new InvalidField("asOf", "not-yet");
        }
        List<StockLine> rows = onHand.page(hubId, itemId, asOf, CityTime.dayOf(asOf == null ? now : asOf),
                StockOnHand.Place.at(paging.from("", "-infinity", Paging.FIRST_ID)), paging.rows());
        Page<StockLine> page = paging.page(rows, line -> StockOnHand.Place.of(line).cursor());
        return new StockPage(asOf == null ? now : asOf, page.items(), page.next());
    }

    /**
     * Records a check of a lot: packaging, look and smell.
     * <p>
     * For the hub's managers; the latest one counts. A passed one lets goods past best-before go inside the item's window, a
     * failed one keeps them from people. A lot of which nothing is in the hub is 404.
     *
     * @param hubId the hub
     * @param lotId the lot
     */
    @POST
    @Path("hubs/{hubId}/stock/{lotId}/checks")
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<CheckView> check(@RestPath UUID hubId, @RestPath UUID lotId, @Valid @NotNull NewCheck check) {
        UUID manager = managers.mustManage(hubId);
        request.claim();
        return Created.at("/api/v1/hubs/" + hubId + "/stock", checks.record(hubId, lotId, check.passed(), manager));
    }

    /**
     * Sorts goods out of stock or quarantine, or releases them from quarantine.
     * <p>
     * For the hub's managers; all lines as one movement. What left for waste, feed or compost does not come back. Refused: 404
     * for a lot that never was in the hub, 400 gone-for-good, same-place, not-yet, too-fine, 409 stock-short naming every short
     * line, also of the past (domain, Ledger).
     *
     * @param hubId the hub
     */
    @POST
    @Path("hubs/{hubId}/movements")
    @Idempotent
    @ResponseStatus(204)
    public void sortOut(@RestPath UUID hubId, @Valid @NotNull SortingOut sorting) {
        UUID manager = managers.mustManage(hubId);
        request.claim();
        if (!sorting.from().isInHub()) {
            throw new InvalidField("from", "gone-for-good");
        }
        if (sorting.from() == sorting.to()) {
            throw new InvalidField("to", "same-place");
        }
        if (sorting.occurredAt() != null && sorting.occurredAt().isAfter(clock.instant())) {
            throw new InvalidField("occurredAt", "not-yet");
        }
        mustBeOfHub(hubId, sorting.lines());
        UUID cause = Ids.next();
        Movement.Reason reason = sorting.to() == SortingOut.Place.STOCK ? Movement.Reason.RELEASE : Movement.Reason.SORTING_OUT;
        ledger.move(sorting.lines().stream().map(line -> new Movement(line.lotId(), line.quantity(),
                sorting.from().of(hubId), sorting.to().of(hubId), reason, cause, manager, sorting.occurredAt())).toList());
    }

    /** A lot of another hub and one that does not exist are the same to this one: no refusal says more of it. */
    private void mustBeOfHub(UUID hubId, List<SortingOut.Line> lines) {
        Set<UUID> own = lots.everIn(hubId, lines.stream().map(SortingOut.Line::lotId).toList());
        for (int i = 0; i < lines.size(); i++) {
            if (!own.contains(lines.get(i).lotId())) {
                throw new NotFound("lines[" + i + "].lotId");
            }
        }
    }
}
