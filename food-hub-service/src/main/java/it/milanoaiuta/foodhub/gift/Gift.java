package it.milanoaiuta.foodhub.gift;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;
import it.milanoaiuta.foodhub.inbound.arrival.ScheduledDonation;

/**
 * What a hub gives to needs of what it has, by a donation whose donor is the hub. It is closed from the start; of each line what is set
 * aside or has left is accepted, and the rest missing.
 */
@Entity
@DiscriminatorValue("GIFT")
public class Gift extends Arrival {

    protected Gift() {}

    private Gift(ScheduledDonation donation, Instant now) {
        super(donation.onBehalfOfHubId(), Kind.OWN_STOCK, donation, now);
        close();
    }

    /** What a hub's own donation promises. */
    static Gift promised(ScheduledDonation donation, Instant now) {
        return new Gift(donation, now);
    }

    @Override
    public boolean comes() {
        return false;
    }

    /** What it gives by the donation line, where it does. */
    Optional<ArrivalLine> by(UUID donationLineId) {
        return lines().stream().filter(line -> donationLineId.equals(line.donationLineId())).findFirst();
    }

    /** What was found for the lines is given; what was not is missing, once and for all. */
    void give(Collection<ArrivalLine> given) {
        given.forEach(line -> line.missTheRest());
        changed();
    }

    /** So much of what it gave by each donation line is free again; of donation lines that are not its own it gave nothing. */
    void free(Map<UUID, BigDecimal> byDonationLine) {
        byDonationLine.forEach((donationLine, freed) -> by(donationLine).ifPresent(line -> line.free(freed)));
        changed();
    }
}
