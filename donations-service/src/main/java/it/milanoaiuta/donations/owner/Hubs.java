package it.milanoaiuta.donations.owner;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.Refusal;

/** The hubs as far as this service knows them. */
@ApplicationScoped
public class Hubs {

    /** The hub takes no new donations for now; those it expects it still receives. */
    public static class IntakePaused extends Refusal {
        public IntakePaused() {
            super(409, "intake-paused");
        }
    }

    @Inject
    Session database;

    /**
     * Goods may be sent there.
     *
     * @throws InvalidField when there is no such hub
     * @throws IntakePaused when it takes none for now
     */
    public void mustTakeIn(UUID hub) {
        List<Boolean> paused = database
                .createNativeQuery("select intake_paused from hub where id = :id and municipio is not null", Boolean.class)
                .setParameter("id", hub).getResultList();
        if (paused.isEmpty()) {
            throw new InvalidField("hubId", "unknown-hub");
        }
        if (paused.get(0)) {
            throw new IntakePaused();
        }
    }
}
