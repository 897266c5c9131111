package it.milanoaiuta.volunteers.membership;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a person acts for an organisation. */
@Entity
public class Membership {

    /** What she may do: a member acts for the organisation, an owner also says who its members are. */
    @Schema(name = "MembershipRole")
    public enum Role {
        /** Acts for the organisation and says who its members are. */
        OWNER,
        /** Acts for the organisation. */
        MEMBER
    }

    /** @param subject the person's sign-in */
    @Embeddable
    public record Key(UUID organisationId, UUID subject) {}

    @EmbeddedId
    private Key key;
    @Enumerated(EnumType.STRING)
    private Role role;
    private Instant joinedAt;

    public static Membership begun(UUID organisation, UUID subject, Role role, Instant now) {
        Membership membership = new Membership();
        membership.key = new Key(organisation, subject);
        membership.role = role;
        membership.joinedAt = now;
        return membership;
    }

    void change(Role wanted) {
        role = wanted;
    }

    boolean isOwner() {
        return role == Role.OWNER;
    }

    void mustBeOwner() {
        if (!isOwner()) {
            throw new OwnerOnly();
        }
    }

    public UUID organisationId() {
        return key.organisationId();
    }

    public UUID subject() {
        return key.subject();
    }

    public Role role() {
        return role;
    }

    Instant joinedAt() {
        return joinedAt;
    }
}
