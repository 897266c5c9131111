package it.milanoaiuta.volunteers.membership;

import java.time.Instant;
import java.util.UUID;

/**
 * One of an organisation's people.
 *
 * @param subject her sign-in id (sub)
 * @param role what she may do for the organisation
 * @param joinedAt when she was named first; a change of role leaves it
 */
public record MemberView(UUID subject, Membership.Role role, Instant joinedAt) {

    static MemberView of(Membership membership) {
        return new MemberView(membership.subject(), membership.role(), membership.joinedAt());
    }
}
