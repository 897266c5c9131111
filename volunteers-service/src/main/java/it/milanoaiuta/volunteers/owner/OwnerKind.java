package it.milanoaiuta.volunteers.owner;

/** Who organises help. */
public enum OwnerKind {
    /** One that is registered here; its members act for it. */
    ORGANISATION,
    /** One of the city's food hubs; its managers of today act for it. */
    HUB
}
