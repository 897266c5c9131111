package it.milanoaiuta.foodhub.outbound.delivery;

/** Why nothing was handed over: a closed list, free text would end up holding personal data. */
public enum FailureReason {
    NOBODY_HOME, WRONG_ADDRESS, REFUSED, PLACE_CLOSED, GOODS_DAMAGED, VEHICLE_FAILED, OUT_OF_TIME
}
