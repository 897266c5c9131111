package it.milanoaiuta.donations.catalogue;

/** Where goods are kept; chilled and frozen ones need a temperature reading when a hub receives them. */
public enum StorageClass {
    AMBIENT, CHILLED, FROZEN, FRESH_PRODUCE
}
