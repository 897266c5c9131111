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

    /** Where a hub is in its life. */
    @Schema(name = "HubState")
    public enum State {
        /** Takes in, keeps and gives out. */
        OPEN,
        /** Takes nothing new and gives away what it has. */
        CLOSING,
        /** Nothing is in it any more. */
        CLOSED
    }

    @Id
    private UUID id;
    private String code;
    private String name;
    private HubKind kind;
    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;
    private String address;
    private int municipio;
    private BigDecimal longitude;
    private BigDecimal latitude;
    private UUID operatingOrganisationId;
    /** Not a place that exists: the 2020 addresses of seven hubs were not found. */
    private boolean demo;
    private boolean intakePaused;
    /** Of the reference file that described it last; 0 for none. */
    private int edition;
    @ElementCollection
    @CollectionTable(name = "hub_opening", joinColumns = @JoinColumn(name = "hub_id"))
    private Set<Opening> opening = new HashSet<>();
    /** Kilograms that fit, by storage class; none for a class the hub cannot keep. */
    @ElementCollection
    @CollectionTable(name = "hub_capacity", joinColumns = @JoinColumn(name = "hub_id"))
    @MapKeyColumn(name = "storage_class")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "kg")
    private Map<StorageClass, BigDecimal> capacityKg = new HashMap<>();

    /**
     * One opening of a week, Europe/Rome wall time.
     *
     * @param weekday 1 Monday … 7 Sunday
     * @param opens HH:mm:ss, Europe/Rome wall time
     * @param closes HH:mm:ss, Europe/Rome wall time, the same day
     */
    @Embeddable
    public record Opening(int weekday, @Schema(implementation = String.class) LocalTime opens,
            @Schema(implementation = String.class) LocalTime closes) {}

    /** As its reference file has it, of that edition. */
    void describe(LoadingHubs.Described as, int ofEdition) {
        code = as.code();
        name = as.name();
        kind = as.kind();
        address = as.address();
        municipio = as.municipio();
        longitude = as.longitude();
        latitude = as.latitude();
        operatingOrganisationId = as.operatingOrganisationId();
        demo = as.demo();
        edition = ofEdition;
        opening.retainAll(as.opening());
        opening.addAll(as.opening());
        capacityKg.keySet().retainAll(as.capacityKg().keySet());
        capacityKg.putAll(as.capacityKg());
    }

    /**
     * Takes no new donations for now, or takes them again.
     *
     * @return whether it was otherwise before
     */
    boolean pauseIntake(boolean paused) {
        boolean changed = intakePaused != paused;
        intakePaused = paused;
        return changed;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public HubKind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    public String address() {
        return address;
    }

    public int municipio() {
        return municipio;
    }

    public BigDecimal longitude() {
        return longitude;
    }

    public BigDecimal latitude() {
        return latitude;
    }

    public UUID operatingOrganisationId() {
        return operatingOrganisationId;
    }

    public boolean isDemo() {
        return demo;
    }

    public boolean isIntakePaused() {
        return intakePaused;
    }

    public int edition() {
        return edition;
    }

    public Set<Opening> opening() {
        return opening;
    }

    public Map<StorageClass, BigDecimal> capacityKg() {
        return capacityKg;
    }
}
