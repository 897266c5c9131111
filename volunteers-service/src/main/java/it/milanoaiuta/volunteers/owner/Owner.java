package it.milanoaiuta.volunteers.owner;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Whose an opportunity and its shifts are. */
@Embeddable
public record Owner(@Enumerated(EnumType.STRING) OwnerKind ownerKind, UUID ownerId) {

    public static Owner hub(UUID id) {
        return new Owner(OwnerKind.HUB, id);
    }

    public static Owner organisation(UUID id) {
        return new Owner(OwnerKind.ORGANISATION, id);
    }

    boolean isHub() {
        return ownerKind == OwnerKind.HUB;
    }
}
