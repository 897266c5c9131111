package it.milanoaiuta.donations.catalogue;

/** What sort of thing an item is. Whether people eat or drink it says the item itself. */
public enum Category {
    /** Food and drink. */
    FOOD,
    /** Soap, washing, cleaning. */
    HYGIENE,
    /** For babies: milk and food as well as nappies. */
    INFANT,
    /** Electronic devices, one asset a piece. */
    DEVICE,
    /** Personal protective equipment: masks, gloves. */
    PPE
}
