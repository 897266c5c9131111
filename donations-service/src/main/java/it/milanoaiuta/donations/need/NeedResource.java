package it.milanoaiuta.donations.need;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import it.milanoaiuta.donations.catalogue.Item;
import it.milanoaiuta.donations.catalogue.Items;
import it.milanoaiuta.donations.owner.Owner;
import it.milanoaiuta.donations.owner.Owners;
import it.milanoaiuta.platform.data.SqlFailure;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Page;

@Path("/api/v1/needs")
@Tag(name = "needs")
public class NeedResource {

    private static final Duration FARTHEST = Duration.ofDays(366);

    @Inject
    Needs needs;

    @Inject
    NeedLines lines;

    @Inject
    Items items;

    @Inject
    Owners owners;

    @Inject
    NeedRules rules;

    @Inject
    Caller caller;

    @Inject
    Outbox outbox;

    @Inject
    Event<NeedEnded> ended;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @SecurityRequirement(name = "bearer")
    @Operation(summary = "Ask for goods or services on behalf of an organisation or a hub", description = "A hub's appeal, and the need of an organisation with a clean record, is published at once; others "
            + "wait for a coordinator.")
    public RestResponse<NeedView> ask(@NotNull @Valid NewNeed asked) {
        UUID person = caller.person();
        Owner owner = new Owner(asked.ownerKind(), asked.ownerId());
        NotFound.inField("ownerId", () -> owners.requireToFinishFor(owner, person));
        request.claim();
        owners.requireToActFor(owner, person);
        Instant now = clock.instant();
        requireReachable(asked.byWhen(), now);
        Need need = new Need();
        need.id = Ids.next();
        need.owner = owner;
        need.postingId = asked.postingId();
        need.deliverTo = asked.deliverTo();
        need.byWhen = asked.byWhen();
        need.urgency = asked.urgency();
        need.filedBy = person;
        need.filedAt = now;
        need.lines = linesOf(need, asked.lines());
        need.state = NeedState.PENDING;
        if (needs.isPublishedAtOnce(owner)) {
            need.publish(now, rules);
        }
        SqlFailure.refusing("need_of_posting", PostingTaken::new, () -> needs.persistAndFlush(need));
        if (need.state == NeedState.PUBLISHED) {
            tellPublished(need);
        }
        return RestResponse.ResponseBuilder.<NeedView>created(URI.create("/api/v1/needs/" + need.id))
                .entity(NeedView.of(need)).build();
    }

    @POST
    @Path("{id}/validation")
    @RolesAllowed("coordinator")
    @Idempotent
    @Operation(summary = "A coordinator publishes a pending need or rejects it with a reason")
    public NeedView validate(@RestPath UUID id, @NotNull @Valid Validation validation) {
        request.claim();
        if (validation.decision() == Validation.Decision.REJECTED && validation.reason() == null) {
            throw new InvalidField("reason", "reason-missing");
        }
        Need need = needs.locked(id);
        if (validation.decision() == Validation.Decision.REJECTED) {
            need.reject(validation.reason(), clock.instant());
            return NeedView.of(need);
        }
        owners.requireGoodStanding(need.owner);
        need.validate(clock.instant(), rules);
        tellPublished(need);
        return NeedView.of(need);
    }

    @GET
    @Operation(summary = "What is needed now, the most urgent first, with the coverage of each line")
    public Page<NeedView> list(@RestQuery @Min(1) @Max(9) Integer municipio, @RestQuery UUID itemId, @RestQuery Urgency urgency,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit, @RestQuery String cursor) {
        return Page
                .of(needs.open(new Needs.Filter(municipio, itemId, urgency), Cursor.decode(cursor, 3), limit + 1), limit,
                        Needs::cursor)
                .map(NeedView::of);
    }

    @GET
    @Path("mine")
    @SecurityRequirement(name = "bearer")
    @Operation(summary = "The needs of the caller's organisations and hubs in every state, the newest first")
    public Page<NeedView> mine(@RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit, @RestQuery String cursor) {
        UUID person = caller.person();
        List<UUID> own = new ArrayList<>(owners.organisationsOf(person));
        own.addAll(owners.hubsOf(person));
        return page(needs.of(own, after(cursor), limit + 1), limit);
    }

    @GET
    @Path("pending")
    @RolesAllowed("coordinator")
    @Operation(summary = "The needs that wait for a coordinator, the oldest first")
    public Page<NeedView> pending(@RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit, @RestQuery String cursor) {
        return page(needs.pending(after(cursor), limit + 1), limit);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One need: for everybody while it is open, for its owner and coordinators always")
    public NeedView need(@RestPath UUID id) {
        Need need = needs.known(id);
        if (!needs.isOpen(id) && !caller.isCoordinator()
                && caller.subject().filter(person -> owners.actsFor(need.owner, person)).isEmpty()) {
            throw new NotFound();
        }
        return NeedView.of(need);
    }

    @POST
    @Path("{id}/renewal")
    @Idempotent
    @SecurityRequirement(name = "bearer")
    @Operation(summary = "It is still needed: keeps it in the public lists, or brings it back, with a new day once its by-when has passed")
    public NeedView renew(@RestPath UUID id, @RequestBody(required = false) Renewal renewal) {
        mayFinish(id);
        request.claim();
        owners.requireGoodStanding(needs.ownerOf(id));
        Need need = needs.locked(id);
        Instant now = clock.instant();
        Instant byWhen = renewal == null ? null : renewal.byWhen();
        if (byWhen != null) {
            requireReachable(byWhen, now);
        }
        if (need.renew(now, rules, byWhen)) {
            tellPublished(need);
        }
        return NeedView.of(need);
    }

    @POST
    @Path("{id}/closure")
    @Idempotent
    @SecurityRequirement(name = "bearer")
    @Operation(summary = "End it with what was received; donors who were on their way are told")
    public NeedView close(@RestPath UUID id) {
        mayFinish(id);
        request.claim();
        Need need = needs.locked(id);
        need.close();
        end(need, new NeedClosedShort(id));
        return NeedView.of(need);
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @SecurityRequirement(name = "bearer")
    @Operation(summary = "Take it back; donors who were on their way are told")
    public void cancel(@RestPath UUID id) {
        mayFinish(id);
        Need need = needs.locked(id);
        if (need.state != NeedState.CANCELLED && need.cancel()) {
            end(need, new NeedCancelled(id));
        }
    }

    private void tellPublished(Need need) {
        outbox.append(new NeedPublished(NeedFacts.of(need)));
    }

    private void end(Need need, it.milanoaiuta.platform.events.Event told) {
        lines.end(need.id);
        ended.fire(new NeedEnded(need.id));
        outbox.append(told);
    }

    /** Also a suspended organisation says that it waits for nothing more. */
    private void mayFinish(UUID id) {
        UUID person = caller.person();
        owners.requireToFinishFor(needs.ownerOf(id), person);
    }

    private List<NeedLine> linesOf(Need need, List<NewNeed.Line> asked) {
        Map<UUID, Item> known = items.offered(asked.stream().map(NewNeed.Line::itemId).toList());
        List<NeedLine> made = new ArrayList<>();
        for (NewNeed.Line line : asked) {
            made.add(lineOf(need, line, (short) made.size(), known));
        }
        return made;
    }

    private static NeedLine lineOf(Need need, NewNeed.Line asked, short position, Map<UUID, Item> items) {
        String field = "lines[" + position + "]";
        if ((asked.itemId() == null) == (asked.service() == null)) {
            throw new InvalidField(field + ".itemId", "item-or-service");
        }
        NeedLine line = new NeedLine();
        line.id = Ids.next();
        line.need = need;
        line.position = position;
        line.itemId = asked.itemId();
        line.service = asked.service();
        line.conditions = asked.conditions();
        if (asked.service() != null) {
            line.unit = asked.service().unit;
            line.requested = asked.service().inItsUnit(asked.quantity(), asked.unit(), field);
        } else {
            Item item = items.get(asked.itemId());
            line.unit = item.unit;
            line.requested = item.inBaseUnits(asked.quantity(), asked.unit(), field);
        }
        return line;
    }

    private static void requireReachable(Instant byWhen, Instant now) {
        if (!byWhen.isAfter(now) || byWhen.isAfter(now.plus(FARTHEST))) {
            throw new InvalidField("byWhen", "by-when-out-of-reach");
        }
    }

    /** By id. */
    private static Page<NeedView> page(List<Need> found, int limit) {
        return Page.of(found, limit, need -> Cursor.after(need.id)).map(NeedView::of);
    }

    private static UUID after(String cursor) {
        Cursor after = Cursor.decode(cursor, 1);
        return after == null ? null : after.id(0);
    }
}
