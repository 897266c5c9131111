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

import org.eclipse.microprofile.openapi.annotations.Operation;
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

    @POST
    @Path("/{id}/verification")
    @Idempotent
    @Operation(summary = "Verify or reject a pending organisation")
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

    @POST
    @Path("/{id}/suspension")
    @Idempotent
    @Operation(summary = "Suspend a verified organisation: nothing new, at once; its pages are hidden, its shifts that have not begun frozen", description = "Those of the next 72 h go to the coordinator (/shifts/to-take-over); after 7 days all that are left are cancelled.")
    public OrganisationView suspend(@RestPath UUID id, @NotNull @Valid Suspension suspension) {
        Organisation organisation = lockedByCity(id);
        request.claim();
        organisation.suspend(suspension.reason(), clock.instant());
        outbox.append(new OrganisationSuspended(id));
        return file(organisation);
    }

    @DELETE
    @Path("/{id}/suspension")
    @Transactional
    @Operation(summary = "End a suspension and reopen what it froze; repeating it is harmless")
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
