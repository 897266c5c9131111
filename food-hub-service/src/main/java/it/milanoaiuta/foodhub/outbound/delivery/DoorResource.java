package it.milanoaiuta.foodhub.outbound.delivery;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

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

    /**
     * Answers where the caller is to bring a household's parcels.
     * <p>
     * For who is assigned and on the roster, from twelve hours before her shift that day until the delivery is closed; to
     * others, and at any other time, it is 404. The reading is recorded (domain, Vault and erasure). Refused: 503 copy-lags.
     *
     * @param id the delivery
     */
    @GET
    @Path("me/deliveries/{id}/contact")
    @Transactional
    @Cache(noStore = true)
    public DoorView door(@RestPath UUID id) {
        Delivery delivery = deliveries.existing(id);
        UUID person = scope.mustComeToTheDoor(delivery);
        return contacts.door(delivery.householdId(), person).orElseThrow(NotFound::new);
    }
}
