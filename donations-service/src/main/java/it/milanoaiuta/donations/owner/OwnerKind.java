package it.milanoaiuta.donations.owner;

public enum OwnerKind {
    ORGANISATION, HUB
}
