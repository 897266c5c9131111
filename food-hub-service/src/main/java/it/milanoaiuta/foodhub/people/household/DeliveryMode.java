package it.milanoaiuta.foodhub.people.household;

public enum DeliveryMode {
    DELIVERY, PICK_UP
}
