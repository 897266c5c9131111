package it.milanoaiuta.foodhub.outbound.parcel;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.web.OpenValue;

/** Why a household gets a recipe once more in a week. */
@Schema(pattern = OpenValue.SHAPE)
public enum ExtraReason {
    SPOILED, INCOMPLETE, NEW_MEMBER, EMERGENCY
}
