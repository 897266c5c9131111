package it.milanoaiuta.volunteers.opportunity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import it.milanoaiuta.volunteers.opportunity.NewOpportunity.Place;
import it.milanoaiuta.volunteers.owner.OwnerKind;

/**
 * Help that is wanted, as everybody sees it.
 *
 * @param title by language; empty where the task, translated, says it all
 * @param postingId the posting it belongs to, or null
 * @param place null = at the hub that owns it
 */
public record OpportunityView(UUID id, OwnerKind ownerKind, UUID ownerId, Task task, UUID postingId, Map<String, String> title,
        Place place, List<String> languages, int minimumAge, List<String> skills) {

    public static OpportunityView of(Opportunity opportunity) {
        return new OpportunityView(opportunity.id(), opportunity.owner().ownerKind(), opportunity.owner().ownerId(),
                opportunity.task(), opportunity.postingId(), opportunity.title(), opportunity.place(), opportunity.languages(),
                opportunity.minimumAge(), opportunity.skills());
    }
}
