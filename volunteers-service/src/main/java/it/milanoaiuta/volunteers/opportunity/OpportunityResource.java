package it.milanoaiuta.volunteers.opportunity;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.data.SqlFailure;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Created;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.volunteers.hub.Hubs;
import it.milanoaiuta.volunteers.owner.OwnerKind;
import it.milanoaiuta.volunteers.owner.Owners;

/** What help is wanted. */
@Path("/api/v1/opportunities")
@Authenticated
@Tag(name = "Opportunities")
public class OpportunityResource {

    @Inject
    Opportunities opportunities;

    @Inject
    Owners owners;

    @Inject
    Hubs hubs;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    /**
     * Says what help is wanted, of whom and where; its shifts then say when.
     * <p>
     * For members of a verified organisation and managers of a hub; an owner that is not hers is 404 in the field ownerId.
     * Refused: 409 organisation-not-verified, posting-taken (the owner has an opportunity of this posting), 503 copy-lags when
     * it is not known surely who manages the hub.
     */
    @POST
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<OpportunityView> publish(@NotNull @Valid NewOpportunity wanted) {
        NotFound.inField("ownerId", () -> owners.mustActFor(wanted.owner()));
        request.claim();
        wanted.mustBeKnown();
        wanted.mustSayWhere();
        owners.mustPublishFor(wanted.owner());
        Integer municipio = wanted.ownerKind() == OwnerKind.HUB ? hubs.findMunicipio(wanted.ownerId()).orElse(null) : null;
        Opportunity opportunity = Opportunity.published(wanted, municipio, clock.instant());
        SqlFailure.refusing("opportunity_of_posting", PostingTaken::new, () -> opportunities.persistAndFlush(opportunity));
        return Created.at("/api/v1/opportunities/" + opportunity.id(), OpportunityView.of(opportunity));
    }

    /**
     * Answers with what help is wanted.
     * <p>
     * For everybody; that of an organisation which is not verified, or is suspended, for its members only (404).
     *
     * @param id the opportunity
     */
    @GET
    @PermitAll
    @Path("/{id}")
    @Transactional
    public OpportunityView opportunity(@RestPath UUID id) {
        Opportunity opportunity = opportunities.existing(id);
        owners.mustBeVisible(opportunity.owner());
        return OpportunityView.of(opportunity);
    }
}
