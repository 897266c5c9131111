package it.milanoaiuta.volunteers.hub;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What is known here of a hub of food-hub. */
@Entity
public class Hub {

    @Id
    UUID id;
    Integer municipio;
}
