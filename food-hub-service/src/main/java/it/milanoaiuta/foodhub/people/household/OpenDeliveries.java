package it.milanoaiuta.foodhub.people.household;

import java.util.UUID;

/** What is on its way to households; kept where deliveries are planned. */
public interface OpenDeliveries {

    /** Whether something for a household is planned, or on the road and not back, from the hub. */
    boolean isAnyOpen(UUID hubId, UUID householdId);
}
