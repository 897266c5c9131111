package it.milanoaiuta.volunteers.shift;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import it.milanoaiuta.platform.web.Version;
import it.milanoaiuta.volunteers.opportunity.OpportunityView;

/**
 * A shift as everybody sees it.
 *
 * @param opportunity what help is wanted, where and of whom
 * @param start when it begins, to the second
 * @param end when it ends, exclusive: another shift may begin then
 * @param state whether it will be held
 * @param minimumStaffing people without whom it cannot be held, all roles together
 * @param version the ETag to send as If-Match with a change; who signs up does not change it
 * @param roles its places, one entry a role
 */
public record ShiftView(UUID id, OpportunityView opportunity, Instant start, Instant end, Shift.State state,
        int minimumStaffing, long version, List<Places> roles) {

    /**
     * The places of one role in a shift.
     *
     * @param role what people do in it
     * @param capacity places, people at once
     * @param taken places held by somebody, at most the capacity
     * @param waiting people on the waiting list; some may wait while a place is free, as they are asked in turn
     */
    public record Places(Role role, int capacity, int taken, int waiting) {

        static Places of(ShiftRole role) {
            return new Places(role.role(), role.capacity(), role.taken(), role.waiting());
        }
    }

    /** With its ETag. */
    public static RestResponse<ShiftView> tagged(Shift shift, List<ShiftRole> roles) {
        return ResponseBuilder.ok(of(shift, roles)).header(HttpHeaders.ETAG, Version.etag(shift.version())).build();
    }

    static ShiftView of(Shift shift, List<ShiftRole> roles) {
        return new ShiftView(shift.id(), OpportunityView.of(shift.opportunity()), shift.start(), shift.end(), shift.state(),
                shift.minimumStaffing(), shift.version(), roles.stream().map(Places::of).toList());
    }
}
