package it.milanoaiuta.foodhub.outbound.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.web.OpenValue;

/** Why nothing was handed over: of a list, free text would end up holding personal data. */
@Schema(pattern = OpenValue.SHAPE)
public enum FailureReason {
    NOBODY_HOME, WRONG_ADDRESS, REFUSED, PLACE_CLOSED, GOODS_DAMAGED, VEHICLE_FAILED, OUT_OF_TIME
}
