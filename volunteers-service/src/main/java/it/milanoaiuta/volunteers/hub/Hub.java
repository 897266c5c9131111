package it.milanoaiuta.volunteers.hub;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What is known here of a hub of food-hub. */
@Entity
public class Hub {

    @Id
    private UUID id;
    private Integer municipio;

    static Hub heardOf(UUID id) {
        Hub hub = new Hub();
        hub.id = id;
        return hub;
    }

    void standsIn(int where) {
        municipio = where;
    }

    Integer municipio() {
        return municipio;
    }
}
