package it.milanoaiuta.volunteers.membership;

import java.time.Clock;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;
import it.milanoaiuta.volunteers.person.People;

/** Who acts for an organisation: its owners say so. */
@Path("/api/v1/organisations")
@Authenticated
@Tag(name = "Organisations")
public class MembershipResource {

    @Inject
    Memberships memberships;

    @Inject
    People people;

    @Inject
    MembershipLimits limits;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    @GET
    @Path("/{id}/members")
    @Transactional
    @Operation(summary = "Who acts for the organisation, for its members")
    public Page<MemberView> members(@RestPath UUID id, @BeanParam @Valid Paging paging) {
        memberships.existing(id, caller.person());
        return paging.page(memberships.in(id, paging.from(Paging.FIRST_ID).id(0), paging.rows()),
                last -> Cursor.after(last.subject())).map(MemberView::of);
    }

    @POST
    @Path("/{id}/members")
    @Idempotent
    @Operation(summary = "Name a member, or change her role; for an owner")
    public MemberView nameMember(@RestPath UUID id, @NotNull @Valid NewMember member) {
        lockedByMember(id).mustBeOwner();
        request.claim();
        Membership membership = memberships.findOf(id, member.subject()).orElse(null);
        if (membership == null) {
            mustBeKnown(member);
            mustHaveRoomForOne(id);
            membership = Membership.begun(id, member.subject(), member.role(), clock.instant());
            memberships.persist(membership);
        } else if (membership.role() == member.role()) {
            return MemberView.of(membership);
        } else {
            mustNotBeTheLastOwner(membership);
            membership.change(member.role());
        }
        outbox.append(MemberJoined.of(membership));
        return MemberView.of(membership);
    }

    @DELETE
    @Path("/{id}/members/{subject}")
    @Transactional
    @Operation(summary = "End a membership; for an owner, and for the member herself. Repeating it is harmless")
    public void endMembership(@RestPath UUID id, @RestPath UUID subject) {
        Membership own = lockedByMember(id);
        if (!subject.equals(caller.person())) {
            own.mustBeOwner();
        }
        memberships.findOf(id, subject).ifPresent(membership -> {
            mustNotBeTheLastOwner(membership);
            memberships.delete(membership);
            outbox.append(new MemberLeft(id, subject));
        });
    }

    /** An organisation's members are changed one at a time and read under the lock, so that two owners cannot remove each other. */
    private Membership lockedByMember(UUID organisation) {
        memberships.lock(organisation);
        return memberships.existing(organisation, caller.person());
    }

    private void mustBeKnown(NewMember member) {
        if (!people.isKnown(member.subject())) {
            throw new InvalidField("subject", "unknown-person");
        }
    }

    /** The organisation is held. */
    private void mustHaveRoomForOne(UUID organisation) {
        if (memberships.howManyIn(organisation) >= limits.most()) {
            throw new TooManyMembers(limits.most());
        }
    }

    private void mustNotBeTheLastOwner(Membership membership) {
        if (membership.isOwner() && memberships.owners(membership.organisationId()) == 1) {
            throw new LastOwnerStays();
        }
    }
}
