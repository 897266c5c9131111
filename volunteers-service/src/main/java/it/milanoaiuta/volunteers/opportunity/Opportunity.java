package it.milanoaiuta.volunteers.opportunity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.volunteers.opportunity.NewOpportunity.Place;
import it.milanoaiuta.volunteers.owner.Owner;

/** What help is wanted, where and of whom; its shifts say when. */
@Entity
public class Opportunity {

    private static final int ADULT = 18;

    @Id
    private UUID id;
    @Embedded
    private Owner owner;
    private Task task;
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> title;
    private String placeName;
    private String placeAddress;
    private Integer municipio;
    private UUID postingId;
    private Double longitude;
    private Double latitude;
    private int minimumAge;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> languages;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> skills;
    private Instant createdAt;

    static Opportunity published(NewOpportunity wanted, Integer hubsMunicipio, Instant now) {
        Opportunity opportunity = plain(Ids.next(), wanted.owner(), wanted.task(), hubsMunicipio, now);
        opportunity.title = wanted.title();
        opportunity.postingId = wanted.postingId();
        if (wanted.place() != null) {
            opportunity.placeName = wanted.place().name();
            opportunity.placeAddress = wanted.place().address();
            opportunity.municipio = wanted.place().municipio();
            opportunity.longitude = wanted.place().longitude();
            opportunity.latitude = wanted.place().latitude();
        }
        opportunity.minimumAge = wanted.minimumAge() == null ? ADULT : wanted.minimumAge();
        opportunity.languages = wanted.languages() == null ? List.of() : wanted.languages().stream().sorted().toList();
        opportunity.skills = wanted.skills() == null ? List.of() : wanted.skills().stream().map(Skill::code).sorted().toList();
        return opportunity;
    }

    /**
     * Help at a hub of which only the task is known; the task's name, translated, is its title.
     *
     * @param hubsMunicipio null while the hub has not been heard of
     */
    public static Opportunity atHub(UUID id, UUID hub, Task task, Integer hubsMunicipio, Instant now) {
        return plain(id, Owner.hub(hub), task, hubsMunicipio, now);
    }

    private static Opportunity plain(UUID id, Owner owner, Task task, Integer hubsMunicipio, Instant now) {
        Opportunity opportunity = new Opportunity();
        opportunity.id = id;
        opportunity.owner = owner;
        opportunity.task = task;
        opportunity.title = Map.of();
        opportunity.municipio = hubsMunicipio;
        opportunity.minimumAge = ADULT;
        opportunity.languages = List.of();
        opportunity.skills = List.of();
        opportunity.createdAt = now;
        return opportunity;
    }

    public UUID id() {
        return id;
    }

    public Owner owner() {
        return owner;
    }

    public Task task() {
        return task;
    }

    /** 1 to 9; null while the hub it is at has not been heard of. */
    public Integer municipio() {
        return municipio;
    }

    /** The posting it belongs to, or null. */
    UUID postingId() {
        return postingId;
    }

    /** By language; empty where the task says it all. */
    Map<String, String> title() {
        return title;
    }

    List<String> languages() {
        return languages;
    }

    int minimumAge() {
        return minimumAge;
    }

    List<String> skills() {
        return skills;
    }

    /** Null = at the hub that owns it. */
    Place place() {
        return placeName == null ? null : new Place(placeName, placeAddress, municipio, longitude, latitude);
    }
}
