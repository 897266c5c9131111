package it.milanoaiuta.foodhub.outbound.parcel;

import java.util.UUID;

import it.milanoaiuta.platform.web.Refusal;

/** The household has its parcel of this recipe in the week of that day already: 409. */
public class EntitlementUsed extends Refusal {

    EntitlementUsed(UUID parcelId) {
        super(409, "entitlement-used", parcelId);
    }
}
