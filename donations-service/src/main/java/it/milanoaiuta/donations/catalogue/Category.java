package it.milanoaiuta.donations.catalogue;

public enum Category {
    FOOD, HYGIENE, INFANT, DEVICE, PPE
}
