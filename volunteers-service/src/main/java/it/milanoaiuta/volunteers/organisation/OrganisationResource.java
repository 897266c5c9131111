package it.milanoaiuta.volunteers.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.Created;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;
import it.milanoaiuta.volunteers.membership.MemberJoined;
import it.milanoaiuta.volunteers.membership.Membership;
import it.milanoaiuta.volunteers.membership.Memberships;
import it.milanoaiuta.volunteers.organisation.Contacts.Purpose;
import it.milanoaiuta.volunteers.person.People;

/** Organisations: who registers one, and who sees what of it. */
@Path("/api/v1/organisations")
@Authenticated
@Tag(name = "Organisations")
public class OrganisationResource {

    @Inject
    Organisations organisations;

    @Inject
    Memberships memberships;

    @Inject
    People people;

    @Inject
    Contacts contacts;

    @Inject
    OrganisationLimits limits;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    /**
     * Registers an organisation; the caller becomes its owner, the city verifies it.
     * <p>
     * For whoever is signed in. It is PENDING and publishes nothing until a coordinator has verified it; MemberJoined tells the
     * other services whose it is. Refused: 409 too-many-pending when 5 of the caller's wait already.
     */
    @POST
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<OrganisationView> register(@NotNull @Valid NewOrganisation registration) {
        request.claim();
        registration.mustHaveACodeOfItsOwn();
        mustHaveRoomForOne();
        Organisation organisation = Organisation.registered(registration, clock.instant());
        Membership owner = Membership.begun(organisation.id(), caller.person(), Membership.Role.OWNER, clock.instant());
        organisations.persist(organisation);
        memberships.persist(owner);
        contacts.keep(organisation.id(), registration.contact());
        outbox.append(MemberJoined.of(owner));
        return Created.at("/api/v1/organisations/" + organisation.id(),
                OrganisationView.ofOwn(organisation, registration.contact(), owner.role()));
    }

    /**
     * Lists the verified organisations, all or by id.
     * <p>
     * For everybody; a coordinator also asks for those of another status (to others 404) and reads each one's file, which is on
     * record as one reading. By registration, the oldest first. With ids the answer is those that are verified among them, in
     * one page.
     *
     * @param ids at most 100; what is not verified is left out, the status is not looked at
     * @param status VERIFIED when not given
     */
    @GET
    @PermitAll
    @Transactional
    public Page<OrganisationView> organisations(@RestQuery @Size(max = 100) Set<UUID> ids,
            @RestQuery @DefaultValue("VERIFIED") Organisation.Status status,
            @BeanParam @Valid Paging paging) {
        if (ids != null && !ids.isEmpty()) {
            return new Page<>(organisations.verified(ids).stream().map(OrganisationView::of).toList(), null);
        }
        boolean withFile = caller.isCoordinator();
        if (status != Organisation.Status.VERIFIED && !withFile) {
            throw new NotFound();
        }
        Page<Organisation> page = paging.page(
                organisations.inStatus(status, paging.from(Paging.FIRST_ID).id(0), paging.rows()),
                last -> Cursor.after(last.id()));
        if (!withFile) {
            return page.map(OrganisationView::of);
        }
        Map<UUID, NewOrganisation.Contact> reached = contacts.of(page.items().stream().map(Organisation::id).toList(),
                Purpose.VERIFICATION);
        return page.map(row -> OrganisationView.ofOwn(row, reached.get(row.id()), null));
    }

    /** Lists the organisations the caller acts for, in every status, each with its file. */
    @GET
    @Path("/mine")
    @Transactional
    public Page<OrganisationView> myOrganisations(@BeanParam @Valid Paging paging) {
        Page<Membership> page = paging.page(
                memberships.ofPerson(caller.person(), paging.from(Paging.FIRST_ID).id(0), paging.rows()),
                last -> Cursor.after(last.organisationId()));
        List<UUID> ids = page.items().stream().map(Membership::organisationId).toList();
        Map<UUID, Organisation> hers = organisations.of(ids);
        Map<UUID, NewOrganisation.Contact> reached = contacts.of(ids, Purpose.OWN);
        return page.map(membership -> OrganisationView.ofOwn(hers.get(membership.organisationId()),
                reached.get(membership.organisationId()), membership.role()));
    }

    /**
     * Answers with one organisation: a verified one for everybody, any for its members and coordinators.
     * <p>
     * Members and coordinators also get the file with its contact, which is on record; to others one that is not verified is
     * 404.
     *
     * @param id the organisation
     */
    @GET
    @PermitAll
    @Path("/{id}")
    @Transactional
    public OrganisationView organisation(@RestPath UUID id) {
        Organisation organisation = organisations.existing(id);
        Optional<Membership.Role> role = caller.subject().flatMap(person -> memberships.findOf(id, person))
                .map(Membership::role);
        if (role.isPresent() || caller.isCoordinator()) {
            return OrganisationView.ofOwn(organisation,
                    contacts.of(id, role.isPresent() ? Purpose.OWN : Purpose.VERIFICATION), role.orElse(null));
        }
        if (!organisation.isVerified()) {
            throw new NotFound();
        }
        return OrganisationView.of(organisation);
    }

    /** Her row is held, so that two at once are not one too many. */
    private void mustHaveRoomForOne() {
        people.findLockedBySubject(caller.person());
        if (organisations.pendingOf(caller.person()) >= limits.mostPending()) {
            throw new TooManyPending(limits.mostPending());
        }
    }
}
