package it.milanoaiuta.donations.owner;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** An organisation or a hub: what a need belongs to and a person acts for. */
@Embeddable
public record Owner(
        @Enumerated(EnumType.STRING) @Column(name = "owner_kind") OwnerKind kind,
        @Column(name = "owner_id") UUID id) {

    public static Owner organisation(UUID id) {
        return new Owner(OwnerKind.ORGANISATION, id);
    }

    public static Owner hub(UUID id) {
        return new Owner(OwnerKind.HUB, id);
    }
}
