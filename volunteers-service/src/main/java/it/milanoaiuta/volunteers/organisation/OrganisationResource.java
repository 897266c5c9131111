package it.milanoaiuta.volunteers.organisation;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
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
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.volunteers.membership.MemberJoined;
import it.milanoaiuta.volunteers.membership.Membership;
import it.milanoaiuta.volunteers.membership.Memberships;
import it.milanoaiuta.volunteers.organisation.Contacts.Purpose;
import it.milanoaiuta.volunteers.person.People;

/** Organisations: who registers one, and who sees what of it. */
@Path("/api/v1/organisations")
@Tag(name = "Organisations")
public class OrganisationResource {

    private static final UUID FIRST = new UUID(0, 0);

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

    @POST
    @Authenticated
    @Idempotent
    @ResponseStatus(201)
    @Operation(summary = "Register an organisation; the caller becomes its owner, the city verifies it")
    public RestResponse<OrganisationView> register(@NotNull @Valid NewOrganisation registration) {
        request.claim();
        registration.check();
        mustHaveRoomForOne();
        Organisation organisation = Organisation.registered(registration, clock.instant());
        Membership owner = Membership.begun(organisation.id(), caller.person(), Membership.Role.OWNER, clock.instant());
        organisations.persist(organisation);
        memberships.persist(owner);
        contacts.keep(organisation.id(), registration.contact());
        outbox.append(MemberJoined.of(owner));
        return RestResponse.ResponseBuilder.<OrganisationView>created(URI.create("/api/v1/organisations/" + organisation.id()))
                .entity(OrganisationView.ofOwn(organisation, registration.contact(), owner.role())).build();
    }

    @GET
    @Transactional
    @Operation(summary = "Verified organisations, all or by id; a coordinator also asks for those of another status")
    public Page<OrganisationView> organisations(@RestQuery @Size(max = 100) Set<UUID> ids,
            @RestQuery @DefaultValue("VERIFIED") Organisation.Status status,
            @RestQuery String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit) {
        if (ids != null && !ids.isEmpty()) {
            return new Page<>(organisations.verified(ids).stream().map(OrganisationView::of).toList(), null);
        }
        boolean withFile = caller.isCoordinator();
        if (status != Organisation.Status.VERIFIED && !withFile) {
            throw new NotFound();
        }
        Page<Organisation> page = Page.of(organisations.inStatus(status, after(cursor), limit), limit,
                last -> Cursor.after(last.id()));
        if (!withFile) {
            return page.map(OrganisationView::of);
        }
        Map<UUID, NewOrganisation.Contact> reached = contacts.of(page.items().stream().map(Organisation::id).toList(),
                Purpose.VERIFICATION);
        return page.map(row -> OrganisationView.ofOwn(row, reached.get(row.id()), null));
    }

    @GET
    @Path("/mine")
    @Authenticated
    @Transactional
    @Operation(summary = "The organisations the caller acts for, in every status")
    public Page<OrganisationView> myOrganisations(@RestQuery String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit) {
        Page<Membership> page = Page.of(memberships.ofPerson(caller.person(), after(cursor), limit), limit,
                last -> Cursor.after(last.organisationId()));
        List<UUID> ids = page.items().stream().map(Membership::organisationId).toList();
        Map<UUID, Organisation> hers = organisations.of(ids);
        Map<UUID, NewOrganisation.Contact> reached = contacts.of(ids, Purpose.OWN);
        return page.map(membership -> OrganisationView.ofOwn(hers.get(membership.organisationId()),
                reached.get(membership.organisationId()), membership.role()));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "One organisation: a verified one for everybody, any for its members and coordinators")
    public OrganisationView organisation(@RestPath UUID id) {
        Organisation organisation = organisations.get(id);
        Optional<Membership.Role> role = caller.subject().flatMap(person -> memberships.of(id, person))
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
        people.withSubject(caller.person());
        if (organisations.pendingOf(caller.person()) >= limits.mostPending()) {
            throw new TooManyPending(limits.mostPending());
        }
    }

    private static UUID after(String cursor) {
        Cursor seen = Cursor.decode(cursor, 1);
        return seen == null ? FIRST : seen.id(0);
    }
}
