package it.milanoaiuta.volunteers.opportunity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import it.milanoaiuta.volunteers.opportunity.NewOpportunity.Place;
import it.milanoaiuta.volunteers.owner.OwnerKind;

/**
 * Help that is wanted, as everybody sees it.
 *
 * @param ownerKind whether an organisation or a hub asks
 * @param ownerId the organisation or hub that asks
 * @param task what the help is
 * @param postingId the posting it belongs to, which asks for goods too; or null
 * @param title by language (ISO 639-1); empty where the task, translated, says it all: help that a hub requested
 * @param place where it is; null = at the hub that owns it
 * @param languages that one must speak, all of them (ISO 639-1)
 * @param minimumAge whole years on the day of the shift
 * @param skills that one must have, all of them
 */
public record OpportunityView(UUID id, OwnerKind ownerKind, UUID ownerId, Task task, UUID postingId, Map<String, String> title,
        Place place, List<String> languages, int minimumAge, List<String> skills) {

    public static OpportunityView of(Opportunity opportunity) {
        return new OpportunityView(opportunity.id(), opportunity.owner().ownerKind(), opportunity.owner().ownerId(),
                opportunity.task(), opportunity.postingId(), opportunity.title(), opportunity.place(), opportunity.languages(),
                opportunity.minimumAge(), opportunity.skills());
    }
}
