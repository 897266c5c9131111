package it.milanoaiuta.donations.figure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import it.milanoaiuta.donations.catalogue.Quantity;
import it.milanoaiuta.donations.donation.DonationState;
import it.milanoaiuta.donations.figure.FiguresView.DonationFigures;

/** Balances added up, by name. */
record Sums(Map<String, BigDecimal> byName) {

    static Sums none() {
        return new Sums(new HashMap<>());
    }

    void add(String name, BigDecimal amount) {
        byName.merge(name, amount, BigDecimal::add);
    }

    Sums plus(Sums other) {
        other.byName.forEach(this::add);
        return this;
    }

    long needsMet() {
        return of("NEEDS_MET").longValue();
    }

    DonationFigures donations() {
        Map<DonationState, Long> states = new EnumMap<>(DonationState.class);
        Arrays.stream(DonationState.values()).forEach(state -> states.put(state, of("DONATIONS_" + state).longValue()));
        return new DonationFigures(states, of("PROMISED_KG"), of("PROMISED_FOOD_KG"));
    }

    private BigDecimal of(String name) {
        return byName.getOrDefault(name, Quantity.NONE);
    }
}
