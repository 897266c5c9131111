package it.milanoaiuta.donations.owner;

/** Who asks or gives. */
public enum OwnerKind {
    /** Registered with volunteers-service; its members act for it. */
    ORGANISATION,
    /** One of the city's food hubs; its managers of today act for it. */
    HUB
}
