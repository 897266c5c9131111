package it.milanoaiuta.foodhub.household;

public enum DeliveryMode {
    DELIVERY, PICK_UP
}
