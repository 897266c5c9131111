package it.milanoaiuta.volunteers.verification;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import it.milanoaiuta.platform.data.SqlFailure;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.volunteers.membership.Memberships;
import it.milanoaiuta.volunteers.organisation.Contacts;
import it.milanoaiuta.volunteers.organisation.Contacts.Purpose;
import it.milanoaiuta.volunteers.organisation.Organisation;
import it.milanoaiuta.volunteers.organisation.OrganisationView;
import it.milanoaiuta.volunteers.organisation.Organisations;

/** What the city decides about an organisation. */
@Path("/api/v1/organisations")
@RolesAllowed("coordinator")
@Tag(name = "Organisations")
public class VerificationResource {

    @Inject
    Organisations organisations;

    @Inject
    Memberships memberships;

    @Inject
    Contacts contacts;

    /** For those who froze something of it; in the transaction. */
    @Inject
    Event<OrganisationReinstated> reinstatements;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    /**
     * Verifies or rejects a pending organisation.
     * <p>
     * For a coordinator who does not act for it (403 own-organisation). Once verified it may publish, and OrganisationVerified
     * tells the other services. Refused: 400 reason-needed, 409 organisation-not-in-this-state, fiscal-code-taken.
     *
     * @param id the organisation
     */
    @POST
    @Path("/{id}/verification")
    @Idempotent
    public OrganisationView decide(@RestPath UUID id, @NotNull @Valid OrganisationDecision decision) {
        Organisation organisation = lockedByCity(id);
        request.claim();
        decision.applyTo(organisation);
        if (organisation.isVerified()) {
            SqlFailure.refusing("organisation_fiscal_code", FiscalCodeTaken::new, organisations::flush);
            outbox.append(new OrganisationVerified(id));
        }
        return file(organisation);
    }

    /**
     * Suspends a verified organisation: its pages are hidden and it takes nothing new, at once.
     * <p>
     * For a coordinator who does not act for it (403 own-organisation). Its shifts that have not begun are frozen; those of the
     * next 72 h go to the coordinator (GET /shifts/to-take-over), what is left after 7 days is cancelled and people are told.
     * OrganisationSuspended tells the other services. Refused: 409 organisation-not-in-this-state (domain, Organisation).
     *
     * @param id the organisation
     */
    @POST
    @Path("/{id}/suspension")
    @Idempotent
    public OrganisationView suspend(@RestPath UUID id, @NotNull @Valid Suspension suspension) {
        Organisation organisation = lockedByCity(id);
        request.claim();
        organisation.suspend(suspension.reason(), clock.instant());
        outbox.append(new OrganisationSuspended(id));
        return file(organisation);
    }

    /**
     * Ends a suspension and reopens what it froze.
     * <p>
     * For a coordinator who does not act for it (403 own-organisation). Waiting lists go on; what was cancelled meanwhile stays
     * so. OrganisationReinstated tells the other services. Repeating it changes nothing. Refused: 409
     * organisation-not-in-this-state.
     *
     * @param id the organisation
     */
    @DELETE
    @Path("/{id}/suspension")
    @Transactional
    public void reinstate(@RestPath UUID id) {
        Organisation organisation = lockedByCity(id);
        if (!organisation.isVerified()) {
            organisation.reinstate();
            OrganisationReinstated reinstated = new OrganisationReinstated(id);
            outbox.append(reinstated);
            reinstatements.fire(reinstated);
        }
    }

    /** Under the lock, so that the coordinator cannot become a member meanwhile. */
    private Organisation lockedByCity(UUID id) {
        Organisation organisation = organisations.locked(id);
        memberships.mustNotInclude(id, caller.person());
        return organisation;
    }

    private OrganisationView file(Organisation organisation) {
        return OrganisationView.ofOwn(organisation, contacts.of(organisation.id(), Purpose.VERIFICATION), null);
    }
}
