package it.milanoaiuta.foodhub.help;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What we know of a shift that a hub owns (volunteers-service's, copied by event). */
@Entity
public class RosterShift {

    @Id
    public UUID id;
    public UUID hubId;
    /** The request it was made for; null for none. */
    public UUID helpRequestId;
    public Instant startsAt;
    public Instant endsAt;
    public boolean cancelled;
}
