package it.milanoaiuta.foodhub.hub.help;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.copies.roster.Roster;
import it.milanoaiuta.foodhub.copies.roster.RosterPlace;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.Page;

/** Who comes to a hub's shifts. */
@Path("/api/v1/hubs/{hubId}/roster")
@Tag(name = "Rosters")
@Authenticated
public class RosterResource {

    @Inject
    Roster roster;

    @Inject
    Managers managers;

    @Inject
    Clock clock;

    /**
     * Lists who is confirmed on the hub's shifts of a day, by start, in one page.
     * <p>
     * For its managers. It follows the shifts in volunteers-service by event, moments later.
     *
     * @param hubId the hub
     * @param day Europe/Rome; today when absent
     */
    @GET
    @Transactional
    public Page<PlaceView> of(@RestPath UUID hubId, @RestQuery LocalDate day) {
        managers.mustManage(hubId);
        List<RosterPlace> places = roster.of(hubId, day == null ? CityTime.today(clock) : day);
        return new Page<>(places.stream().map(PlaceView::of).toList(), null);
    }

    /**
     * A confirmed place on a hub's shift; who the person is is known to volunteers-service alone.
     *
     * @param shiftId the shift there
     * @param helpRequestId the hub's request it answers; null for a shift opened there
     * @param start when the shift begins
     * @param end when the shift ends, exclusive
     * @param role what she does
     * @param personId her opaque id
     * @param subject her sign-in id (sub), by which deliveries are assigned; null for a guest without an account
     */
    public record PlaceView(UUID shiftId, UUID helpRequestId, Instant start, Instant end, String role, UUID personId,
            UUID subject) {

        static PlaceView of(RosterPlace place) {
            return new PlaceView(place.shift().id(), place.shift().helpRequestId(), place.shift().startsAt(),
                    place.shift().endsAt(),
                    place.role(),
                    place.personId(), place.subject());
        }
    }
}
