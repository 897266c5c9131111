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

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.copies.roster.Roster;
import it.milanoaiuta.foodhub.copies.roster.RosterPlace;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.Page;

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

    @GET
    @Transactional
    @Operation(summary = "Who is confirmed on the hub's shifts of a day, by start; today when no day is given")
    public Page<PlaceView> of(@RestPath UUID hubId, @RestQuery LocalDate day) {
        managers.mustManage(hubId);
        List<RosterPlace> places = roster.of(hubId, day == null ? CityTime.today(clock) : day);
        return new Page<>(places.stream().map(PlaceView::of).toList(), null);
    }

    @Schema(description = "A confirmed place on a hub's shift; who the person is is known to volunteers-service alone")
    public record PlaceView(UUID shiftId, UUID helpRequestId, Instant start, Instant end, String role, UUID personId,
            @Schema(description = "Sign-in id, by which deliveries are assigned; null for a guest without an account") UUID subject) {

        static PlaceView of(RosterPlace place) {
            return new PlaceView(place.shift().id(), place.shift().helpRequestId(), place.shift().startsAt(),
                    place.shift().endsAt(),
                    place.role(),
                    place.personId(), place.subject());
        }
    }
}
