package it.milanoaiuta.foodhub.figures;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Which household was served by which hub on which day: people are distinct cases in a period, not hand-overs. */
@ApplicationScoped
public class CasesServed {

    @Inject
    EntityManager entities;

    /** A second time on a day changes nothing. */
    public void add(LocalDate day, UUID hubId, UUID householdId) {
        entities.createNativeQuery("insert into case_served values (?1, ?2, ?3) on conflict do nothing").setParameter(1, day)
                .setParameter(2, hubId).setParameter(3, householdId).executeUpdate();
    }
}
