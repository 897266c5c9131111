package it.milanoaiuta.foodhub.hub.help;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A hub's request for volunteers")
public record HelpRequestView(UUID id, UUID hubId, HelpTask task, Instant start, Instant end, List<RolePlaces> roles,
        @Schema(description = "FILLED: every place is taken. SHIFT_CANCELLED: nobody comes, ask anew") HelpRequest.State state) {

    static HelpRequestView of(HelpRequest request) {
        return new HelpRequestView(request.id(), request.hubId(), request.task(), request.startsAt(), request.endsAt(),
                request.rolesInOrder(), request.state());
    }
}
