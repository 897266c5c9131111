package it.milanoaiuta.volunteers.membership;

import java.time.Instant;
import java.util.UUID;

/** One of an organisation's people, by her sign-in id. */
public record MemberView(UUID subject, Membership.Role role, Instant joinedAt) {

    static MemberView of(Membership membership) {
        return new MemberView(membership.subject(), membership.role(), membership.joinedAt());
    }
}
