package it.milanoaiuta.foodhub.outbound.parcel;

import java.util.UUID;

import it.milanoaiuta.platform.web.Refusal;

/** The parcel is with a delivery already, or not a packed one any more: 409. */
public class ParcelNotFree extends Refusal {

    public ParcelNotFree(UUID parcelId) {
        super(409, "parcel-not-free", parcelId);
    }
}
