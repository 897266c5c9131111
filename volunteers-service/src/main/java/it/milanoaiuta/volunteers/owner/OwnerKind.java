package it.milanoaiuta.volunteers.owner;

/** Who organises help: an organisation, or one of the city's food hubs. */
public enum OwnerKind {
    ORGANISATION, HUB
}
