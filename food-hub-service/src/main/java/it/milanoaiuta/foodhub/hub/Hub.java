package it.milanoaiuta.foodhub.hub;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.foodhub.copies.item.StorageClass;

/** A place where goods are taken in, kept, packed and given out. */
@Entity
public class Hub {

    /** What a hub is for. */
    @Schema(name = "HubKind")
    public enum Kind {
        /** Collects fruit and vegetables and shares them out to the others; the city has one. */
        FRESH_PRODUCE,
        /** Packs parcels. */
        PARCELS
    }

    /** Where a hub is in its life. */
    @Schema(name = "HubState")
    public enum State {
        OPEN, CLOSING, CLOSED
    }

    @Id
    public UUID id;
    public String code;
    public String name;
    @Enumerated(EnumType.STRING)
    public Kind kind;
    @Enumerated(EnumType.STRING)
    public State state = State.OPEN;
    public String address;
    public int municipio;
    public BigDecimal longitude;
    public BigDecimal latitude;
    public UUID operatingOrganisationId;
    /** Not a place that exists: the 2020 addresses of seven hubs were not found. */
    public boolean demo;
    public boolean intakePaused;
    /** Of the reference file that described it last; 0 for none. */
    public int edition;
    @ElementCollection
    @CollectionTable(name = "hub_opening", joinColumns = @JoinColumn(name = "hub_id"))
    public Set<Opening> opening = new HashSet<>();
    /** Kilograms that fit, by storage class; none for a class the hub cannot keep. */
    @ElementCollection
    @CollectionTable(name = "hub_capacity", joinColumns = @JoinColumn(name = "hub_id"))
    @MapKeyColumn(name = "storage_class")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "kg")
    public Map<StorageClass, BigDecimal> capacityKg = new HashMap<>();

    /**
     * One opening of a week, Europe/Rome wall time.
     *
     * @param weekday 1 Monday … 7 Sunday
     */
    @Embeddable
    public record Opening(int weekday,
            @Schema(implementation = String.class, description = "HH:mm:ss, Europe/Rome") LocalTime opens,
            @Schema(implementation = String.class, description = "HH:mm:ss, Europe/Rome") LocalTime closes) {}
}
