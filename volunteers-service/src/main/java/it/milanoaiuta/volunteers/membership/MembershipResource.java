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

    /**
     * Lists who acts for the organisation.
     * <p>
     * For its members; to everybody else it is 404. In the order of the sign-in ids, which means nothing.
     *
     * @param id the organisation
     */
    @GET
    @Path("/{id}/members")
    @Transactional
    public Page<MemberView> members(@RestPath UUID id, @BeanParam @Valid Paging paging) {
        memberships.existing(id, caller.person());
        return paging.page(memberships.in(id, paging.from(Paging.FIRST_ID).id(0), paging.rows()),
                last -> Cursor.after(last.subject())).map(MemberView::of);
    }

    /**
     * Names a member, or changes her role.
     * <p>
     * For an owner (else 403 owner-only). Who is named has signed in at least once (else 400 unknown-person). From then on she
     * may act for the organisation in every service: MemberJoined tells them. Refused: 409 too-many-members (500),
     * last-owner-stays.
     *
     * @param id the organisation
     * @return the membership as it stands now
     */
    @POST
    @Path("/{id}/members")
    @Idempotent
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

    /**
     * Ends a membership.
     * <p>
     * For an owner, and for the member herself; MemberLeft tells the other services. Repeating it changes nothing. Refused: 403
     * owner-only, 409 last-owner-stays: an organisation always has an owner.
     *
     * @param id the organisation
     * @param subject the sign-in id (sub) of who leaves
     */
    @DELETE
    @Path("/{id}/members/{subject}")
    @Transactional
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
