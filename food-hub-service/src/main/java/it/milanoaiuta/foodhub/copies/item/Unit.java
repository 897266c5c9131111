package it.milanoaiuta.foodhub.copies.item;

/** Unit of a quantity: kilograms, pieces or litres. */
public enum Unit {
    KG, PIECE, L
}
