package it.milanoaiuta.donations.donation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.donations.need.NeedLines.Asked;
import it.milanoaiuta.donations.owner.Hubs;
import it.milanoaiuta.donations.owner.OwnerKind;
import it.milanoaiuta.platform.web.InvalidField;

/** Decides where and when goods may be brought, at the pledge and at every change of plan. */
@ApplicationScoped
public class Scheduling {

    @Inject
    Hubs hubs;

    @Inject
    DonationRules rules;

    @Inject
    Clock clock;

    /**
     * @param hub null: not known yet
     * @param start null with end: not known yet
     * @param asked the need lines the goods are for
     */
    void schedule(Donation donation, UUID hub, Instant start, Instant end, Collection<Asked> asked) {
        if (hub != null && donation.service().isPresent()) {
            throw new InvalidField("hubId", "service-through-no-hub");
        }
        if (hub != null && !hub.equals(donation.hubId())) {
            mustReachIts(donation, hub, asked);
        }
        if (hub != null && isNewFor(donation, hub)) {
            hubs.mustTakeIn(hub);
        }
        mustBeWindow(start, end);
        donation.plan(hub, start, end, rules);
    }

    /** Not what the hub expects already, nor what lies there. */
    private static boolean isNewFor(Donation donation, UUID hub) {
        return donation.onBehalfOfHubId() == null && !(donation.isScheduled() && hub.equals(donation.hubId()));
    }

    /** A hub's own need is served at that hub, and its own stock lies there. */
    private static void mustReachIts(Donation donation, UUID hub, Collection<Asked> asked) {
        boolean elsewhere = asked.stream()
                .anyMatch(line -> line.owner().kind() == OwnerKind.HUB && !line.owner().id().equals(hub))
                || donation.onBehalfOfHubId() != null && !donation.onBehalfOfHubId().equals(hub);
        if (elsewhere) {
            throw new InvalidField("hubId", "goods-belong-to-another-hub");
        }
    }

    private void mustBeWindow(Instant start, Instant end) {
        if ((start == null) != (end == null)) {
            throw new InvalidField(start == null ? "windowStart" : "windowEnd", "window-incomplete");
        }
        if (start == null) {
            return;
        }
        Instant now = clock.instant();
        if (!end.isAfter(start)) {
            throw new InvalidField("windowEnd", "end-before-start");
        }
        if (!end.isAfter(now)) {
            throw new InvalidField("windowEnd", "window-past");
        }
        if (end.isAfter(start.plus(rules.longestWindow()))) {
            throw new InvalidField("windowEnd", "window-too-long", rules.longestWindow().toHours());
        }
        if (start.isAfter(now.plus(rules.scheduleAhead()))) {
            throw new InvalidField("windowStart", "start-too-far", rules.scheduleAhead().toDays());
        }
    }

    /** The hub that follows from what the goods are: the owner of the hub's need, or of the stock; null when nothing follows. */
    static UUID impliedHub(Donation donation, Collection<Asked> asked) {
        if (donation.service().isPresent()) {
            return null;
        }
        return donation.onBehalfOfHubId() != null
                ? donation.onBehalfOfHubId()
                : asked.stream().filter(line -> line.owner().kind() == OwnerKind.HUB).map(line -> line.owner().id())
                        .findFirst().orElse(null);
    }
}
