package it.milanoaiuta.foodhub.outbound.delivery;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.people.household.Contacts;
import it.milanoaiuta.foodhub.people.household.DoorView;
import it.milanoaiuta.platform.web.NotFound;

/** The one way for a volunteer to learn an address. */
@Path("/api/v1")
@Tag(name = "Deliveries")
@Authenticated
public class DoorResource {

    @Inject
    Deliveries deliveries;

    @Inject
    DeliveryScope scope;

    @Inject
    Contacts contacts;

    @GET
    @Path("me/deliveries/{id}/contact")
    @Transactional
    @Cache(noStore = true)
    @Operation(summary = "Where the caller is to bring a household's parcels: from twelve hours before her shift that day until the delivery is closed; recorded")
    public DoorView door(@RestPath UUID id) {
        Delivery delivery = deliveries.existing(id);
        UUID person = scope.mustComeToTheDoor(delivery);
        return contacts.door(delivery.householdId(), person).orElseThrow(NotFound::new);
    }
}
