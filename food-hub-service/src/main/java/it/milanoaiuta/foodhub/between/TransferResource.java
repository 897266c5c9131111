package it.milanoaiuta.foodhub.between;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.City;
import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.hub.Hubs;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.Arrivals;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.foodhub.stock.Picked;
import it.milanoaiuta.foodhub.stock.Reservation;
import it.milanoaiuta.foodhub.stock.Reservations;
import it.milanoaiuta.foodhub.stock.Stock;
import it.milanoaiuta.foodhub.stock.Wanted;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Version;

@Path("/api/v1/transfers")
@Authenticated
public class TransferResource {

    @Inject
    Transfers transfers;

    @Inject
    Arrivals arrivals;

    @Inject
    Stock stock;

    @Inject
    Reservations reservations;

    @Inject
    Ledger ledger;

    @Inject
    TransferViews views;

    @Inject
    Items items;

    @Inject
    Hubs hubs;

    @Inject
    Managers managers;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(summary = "Draft a transfer: what is found, first to expire first, is set aside for it")
    public RestResponse<TransferView> draft(@Valid @NotNull NewTransfer drafted) {
        UUID manager = NotFound.inField("fromHubId", () -> managers.mustManage(drafted.fromHubId()));
        request.claim();
        Transfer transfer = new Transfer(drafted.fromHubId(), drafted.toHubId(), handOver(drafted), manager, clock.instant());
        if (hubs.findById(drafted.toHubId()) == null) {
            throw new InvalidField("toHubId", "unknown-hub");
        }
        if (drafted.toHubId().equals(drafted.fromHubId())) {
            throw new InvalidField("toHubId", "same-place");
        }
        List<Wanted> wanted = wanted(drafted.lines());
        wanted.forEach(wish -> transfer.lines.add(new Transfer.Line(wish.itemId(), wish.quantity())));
        Picked picked = stock.pick(transfer.fromHubId, wanted, transfer.handOver);
        picked.byLot().forEach(line -> transfer.lots.add(new Transfer.Load(line.lotId(), line.itemId(), line.quantity())));
        transfers.persist(transfer);
        reservations.setAside(transfer.lots.stream().map(load -> new Reservation(transfer.fromHubId, load.lotId(),
                load.quantity(), Reservation.Holder.TRANSFER, transfer.id, null, null, null)).toList());
        return answer(RestResponse.Status.CREATED, transfer);
    }

    private LocalDate handOver(NewTransfer drafted) {
        LocalDate today = City.today(clock);
        if (drafted.handOver() != null && drafted.handOver().isBefore(today)) {
            throw new InvalidField("handOver", "day-past");
        }
        return drafted.handOver() == null ? today : drafted.handOver();
    }

    private List<Wanted> wanted(List<NewTransfer.Line> lines) {
        Map<UUID, Item> known = items.byId(lines.stream().map(NewTransfer.Line::itemId).collect(Collectors.toSet()));
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            NewTransfer.Line line = lines.get(i);
            Item item = known.get(line.itemId());
            if (item == null) {
                throw new InvalidField("lines[%d].itemId".formatted(i), "unknown-item");
            }
            wanted.add(new Wanted(item.id, item.inBaseUnit(line.quantity(), line.unit(), "lines[%d]".formatted(i))));
        }
        return wanted;
    }

    @POST
    @Path("{id}/dispatch")
    @Idempotent
    @Operation(summary = "The goods leave: they are in neither hub until the other one confirms their arrival")
    public RestResponse<TransferView> dispatch(UUID id) {
        UUID manager = managers.mustManage(transfers.existing(id).fromHubId);
        request.claim();
        Transfer transfer = transfers.locked(id);
        if (transfer.state != Transfer.State.DISPATCHED) {
            transfer.mustBeDraft();
            mustBeGood(transfer);
            leave(transfer, manager);
        }
        return answer(RestResponse.Status.OK, transfer);
    }

    /** The dates are judged again: the draft may be days old. */
    private void mustBeGood(Transfer transfer) {
        if (transfer.lots.isEmpty()) {
            throw new TransferEmpty();
        }
        LocalDate today = City.today(clock);
        Set<UUID> outdated = stock.outdated(transfer.fromHubId, transfer.lots.stream().map(Transfer.Load::lotId).toList(),
                transfer.handOver.isBefore(today) ? today : transfer.handOver);
        if (!outdated.isEmpty()) {
            throw new TransferOutdated(outdated);
        }
    }

    private void leave(Transfer transfer, UUID manager) {
        Instant left = ledger.move(reservations.end(transfer.id, Reservation.End.USED).stream()
                .map(goods -> new Movement(goods.lotId(), goods.quantity(), Account.hub(transfer.fromHubId),
                        Account.inTransit(transfer.id), Movement.Reason.DISPATCH, transfer.id, manager, null))
                .toList());
        transfer.dispatched(manager, left);
        Arrival arrival = Arrival.betweenHubs(Arrival.Kind.TRANSFER, transfer.id, transfer.fromHubId, transfer.toHubId, left);
        transfer.lots.forEach(load -> arrival.expectMore(load.itemId(), load.lotId(), load.quantity()));
        arrivals.persist(arrival);
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(summary = "Give up a draft; its goods are free again. Repeating it is harmless")
    public void cancel(UUID id, @HeaderParam("If-Match") String ifMatch) {
        managers.mustManage(transfers.existing(id).fromHubId);
        Version seen = Version.seen(ifMatch);
        Transfer transfer = transfers.locked(id);
        if (transfer.state == Transfer.State.CANCELLED) {
            return;
        }
        seen.mustBe(transfer.version);
        transfer.mustBeDraft();
        reservations.end(id, Reservation.End.RELEASED);
        transfer.cancelled();
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "One transfer, for the manager of either hub; a draft only for the sender's")
    public RestResponse<TransferView> get(UUID id) {
        Transfer transfer = transfers.existing(id);
        boolean mayRead = managers.isManagedByCaller(transfer.fromHubId)
                || transfer.state == Transfer.State.DISPATCHED && managers.isManagedByCaller(transfer.toHubId);
        if (!mayRead) {
            throw new NotFound();
        }
        return answer(RestResponse.Status.OK, transfer);
    }

    private RestResponse<TransferView> answer(RestResponse.Status status, Transfer transfer) {
        return ResponseBuilder.create(status, views.of(transfer)).header("ETag", Version.etag(transfer.version)).build();
    }
}
