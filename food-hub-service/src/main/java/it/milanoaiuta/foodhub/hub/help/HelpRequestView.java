package it.milanoaiuta.foodhub.hub.help;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A hub's request for volunteers.
 *
 * @param task what they do
 * @param start when they are wanted
 * @param end until when, exclusive
 * @param roles how many of each
 * @param state how it stands; follows from its shift
 */
public record HelpRequestView(UUID id, UUID hubId, HelpTask task, Instant start, Instant end, List<RolePlaces> roles,
        HelpRequest.State state) {

    static HelpRequestView of(HelpRequest request) {
        return new HelpRequestView(request.id(), request.hubId(), request.task(), request.startsAt(), request.endsAt(),
                request.rolesInOrder(), request.state());
    }
}
