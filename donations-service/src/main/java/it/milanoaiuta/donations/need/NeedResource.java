package it.milanoaiuta.donations.need;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.donations.catalogue.Items;
import it.milanoaiuta.donations.owner.Owner;
import it.milanoaiuta.donations.owner.Owners;
import it.milanoaiuta.platform.data.SqlFailure;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;

/** Needs: what organisations and hubs ask for, and how far it is covered. */
@Path("/api/v1/needs")
@Tag(name = "Needs")
@Authenticated
public class NeedResource {

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

    /**
     * Asks for goods or services on behalf of an organisation or a hub.
     * <p>
     * For members of a verified organisation and managers of a hub; an owner that is not hers is 404 in the field ownerId. A
     * hub's appeal, and the need of an organisation with a clean record (three validated, none rejected in 180 days), is
     * published at once and NeedPublished tells the other services; others wait for a coordinator. Refused: 409
     * organisation-not-verified, posting-taken, 503 copy-lags (domain, Need).
     */
    @POST
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<NeedView> ask(@NotNull @Valid NewNeed asked) {
        UUID person = caller.person();
        Owner owner = asked.owner();
        NotFound.inField("ownerId", () -> owners.mustFinishFor(owner, person));
        request.claim();
        owners.mustActFor(owner, person);
        Instant now = clock.instant();
        Need need = Need.filed(asked, person, now, rules,
                items.offered(asked.lines().stream().map(NewNeed.Line::itemId).toList()));
        if (needs.isPublishedAtOnce(owner)) {
            need.publish(now, rules);
        }
        SqlFailure.refusing("need_of_posting", PostingTaken::new, () -> needs.persistAndFlush(need));
        if (need.state() == NeedState.PUBLISHED) {
            tellPublished(need);
        }
        return RestResponse.ResponseBuilder.<NeedView>created(URI.create("/api/v1/needs/" + need.id()))
                .entity(NeedView.of(need)).build();
    }

    /**
     * Publishes a pending need or rejects it with a reason.
     * <p>
     * For a coordinator. NeedPublished tells the other services. Refused: 400 reason-needed, 409 need-has-moved-on when it does
     * not wait any more, organisation-not-verified, 503 copy-lags.
     *
     * @param id the need
     */
    @POST
    @Path("{id}/validation")
    @RolesAllowed("coordinator")
    @Idempotent
    public NeedView validate(@RestPath UUID id, @NotNull @Valid Validation validation) {
        request.claim();
        if (validation.decision() == Validation.Decision.REJECTED && validation.reason() == null) {
            throw new InvalidField("reason", "reason-needed");
        }
        Need need = needs.locked(id);
        if (validation.decision() == Validation.Decision.REJECTED) {
            need.reject(validation.reason(), clock.instant());
            return NeedView.of(need);
        }
        owners.mustBeInGoodStanding(need.owner());
        need.validate(clock.instant(), rules);
        tellPublished(need);
        return NeedView.of(need);
    }

    /**
     * Lists what is needed now, the most urgent first, with the coverage of each line.
     * <p>
     * For everybody: published, fresh needs of verified organisations and hubs, of one urgency by their day. Filters are
     * cumulative.
     *
     * @param municipio only to be delivered in this district of the city, 1 to 9
     * @param itemId only with a line that asks for this item
     * @param urgency only of this urgency
     */
    @GET
    @PermitAll
    public Page<NeedView> list(@RestQuery @Min(1) @Max(9) Integer municipio, @RestQuery UUID itemId, @RestQuery Urgency urgency,
            @BeanParam @Valid Paging paging) {
        Needs.Filter filter = new Needs.Filter(municipio, itemId, urgency);
        Cursor from = paging.from(-1, Instant.EPOCH, Paging.FIRST_ID);
        return paging.page(needs.open(filter, from, paging.rows()), Needs::cursor).map(NeedView::of);
    }

    /** Lists the needs of the caller's organisations and hubs in every state, the newest first. */
    @GET
    @Path("mine")
    public Page<NeedView> mine(@BeanParam @Valid Paging paging) {
        UUID person = caller.person();
        List<UUID> own = new ArrayList<>(owners.organisationsOf(person));
        own.addAll(owners.hubsOf(person));
        return byId(paging, needs.of(own, paging.from(Paging.LAST_ID), paging.rows()));
    }

    /** Lists the needs that wait for a coordinator, the oldest first. */
    @GET
    @Path("pending")
    @RolesAllowed("coordinator")
    public Page<NeedView> pending(@BeanParam @Valid Paging paging) {
        return byId(paging, needs.pending(paging.from(Paging.FIRST_ID), paging.rows()));
    }

    /**
     * Answers with one need: for everybody while it is open, for its owner and coordinators always.
     * <p>
     * To others one that is not open any more, or not yet, is 404.
     *
     * @param id the need
     */
    @GET
    @Path("{id}")
    @PermitAll
    public NeedView need(@RestPath UUID id) {
        Need need = needs.existing(id);
        if (!needs.isOpen(id) && !caller.isCoordinator()
                && caller.subject().filter(person -> owners.actsFor(need.owner(), person)).isEmpty()) {
            throw new NotFound();
        }
        return NeedView.of(need);
    }

    /**
     * Says that it is still needed: keeps it in the public lists, or brings it back.
     * <p>
     * For whoever acts for its verified owner. Once its by-when has passed a new one is needed (400 by-when-passed). When it
     * had expired, or has a new day, NeedPublished tells the other services. Refused: 409 need-has-moved-on,
     * organisation-not-verified, 503 copy-lags.
     *
     * @param id the need
     */
    @POST
    @Path("{id}/renewal")
    @Idempotent
    public NeedView renew(@RestPath UUID id, @RequestBody(required = false) Renewal renewal) {
        mustFinishFor(id);
        request.claim();
        owners.mustBeInGoodStanding(needs.ownerOf(id));
        Need need = needs.locked(id);
        if (need.renew(clock.instant(), rules, renewal == null ? null : renewal.byWhen())) {
            tellPublished(need);
        }
        return NeedView.of(need);
    }

    /**
     * Ends a need with what was received.
     * <p>
     * For whoever acts for its owner, a suspended organisation too. Donors who were on their way are told, and what becomes of
     * their goods they have said (ifNotNeeded); NeedClosedShort tells the other services. Refused: 409 need-has-moved-on, 503
     * copy-lags.
     *
     * @param id the need
     */
    @POST
    @Path("{id}/closure")
    @Idempotent
    public NeedView close(@RestPath UUID id) {
        mustFinishFor(id);
        request.claim();
        Need need = needs.locked(id);
        need.close();
        end(need, new NeedClosedShort(id));
        return NeedView.of(need);
    }

    /**
     * Takes a need back.
     * <p>
     * For whoever acts for its owner, a suspended organisation too. Donors who were on their way are told; NeedCancelled tells
     * the other services if it was published. Repeating it changes nothing. Refused: 409 need-has-moved-on, 503 copy-lags.
     *
     * @param id the need
     */
    @DELETE
    @Path("{id}")
    @Transactional
    public void cancel(@RestPath UUID id) {
        mustFinishFor(id);
        Need need = needs.locked(id);
        if (need.state() != NeedState.CANCELLED && need.cancel()) {
            end(need, new NeedCancelled(id));
        }
    }

    private void tellPublished(Need need) {
        outbox.append(new NeedPublished(NeedFacts.of(need)));
    }

    private void end(Need need, it.milanoaiuta.platform.events.Event told) {
        lines.end(need.id());
        ended.fire(new NeedEnded(need.id()));
        outbox.append(told);
    }

    /** Also a suspended organisation says that it waits for nothing more. */
    private void mustFinishFor(UUID id) {
        UUID person = caller.person();
        owners.mustFinishFor(needs.ownerOf(id), person);
    }

    private static Page<NeedView> byId(Paging paging, List<Need> found) {
        return paging.page(found, need -> Cursor.after(need.id())).map(NeedView::of);
    }
}
