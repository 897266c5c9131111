package it.milanoaiuta.foodhub.inbound;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.Arrivals;
import it.milanoaiuta.platform.web.CheckedCode;

/**
 * Goods of a donation are received where they come, whatever was planned (domain, When plans and facts cross): its code finds its arrival
 * at the hub, or makes one where it was never to come.
 */
@ApplicationScoped
public class ReceivingByCode {

    @Inject
    Arrivals arrivals;

    @Inject
    ArrivalRules rules;

    @Inject
    Clock clock;

    /**
     * @return what is to be confirmed at the hub; the same, however often it is asked for
     * @throws DonationNotKnown no hub was ever told of such a donation
     */
    Arrival arrival(UUID hubId, DonationHere donation) {
        CheckedCode code = CheckedCode.read(Arrival.CODES_OF_DONATIONS, "code", donation.code());
        List<Arrival> known = arrivals.donation(code).map(arrivals::ofDonation).orElseThrow(DonationNotKnown::new);
        return at(hubId, known).orElseGet(() -> came(hubId, known, donation.cameAt()));
    }

    private static Optional<Arrival> at(UUID hubId, List<Arrival> arrivals) {
        return arrivals.stream().filter(arrival -> arrival.hubId().equals(hubId)).findFirst();
    }

    private Arrival came(UUID hubId, List<Arrival> known, Instant cameAt) {
        Instant now = clock.instant();
        NewArrival.mustHaveCome(cameAt, now, rules);
        Arrival planned = known.stream().filter(arrival -> !arrival.restComesElsewhere()).findFirst().orElseThrow();
        Arrival here = planned.elsewhere(hubId, cameAt, now);
        arrivals.persist(here);
        arrivals.expectTheRest(here);
        return here;
    }
}
