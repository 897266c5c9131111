package it.milanoaiuta.foodhub.outbound.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import it.milanoaiuta.platform.web.InvalidField;

/**
 * Goods of a hub that are to be brought to one household, or to the place of one need.
 *
 * @param hubId the hub, which the caller manages
 * @param kind whom it goes to
 * @param parcelIds of HOUSEHOLD: packed parcels of one household
 * @param needId of NEED: what is set aside for it in the hub; planned already when it was received, this gives it a day and
 *        people
 * @param plannedFor Europe/Rome, today to 60 days ahead
 * @param assignees sign-in ids (sub) of who brings it: confirmed on a shift of the hub that day, or its managers; not the
 *        caller
 */
public record NewDelivery(@NotNull UUID hubId, @NotNull DeliveryKind kind, @Size(max = 20) List<@NotNull UUID> parcelIds,
        UUID needId, @NotNull LocalDate plannedFor, @Size(max = 4) List<@NotNull UUID> assignees) {

    public NewDelivery {
        parcelIds = parcelIds == null ? List.of() : parcelIds;
        assignees = assignees == null ? List.of() : assignees;
    }

    /** @throws InvalidField when parcels or need do not go with the kind, and for a parcel given twice */
    void mustBeWhole() {
        if ((kind == DeliveryKind.HOUSEHOLD) == parcelIds.isEmpty()) {
            throw new InvalidField("parcelIds", "parcels-of-household");
        }
        if ((kind == DeliveryKind.NEED) == (needId == null)) {
            throw new InvalidField("needId", "need-of-delivery");
        }
        for (int i = 0; i < parcelIds.size(); i++) {
            if (parcelIds.indexOf(parcelIds.get(i)) < i) {
                throw new InvalidField("parcelIds[" + i + "]", "parcel-twice");
            }
        }
    }
}
