package it.milanoaiuta.foodhub.people.household;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

import org.hibernate.annotations.BatchSize;

import it.milanoaiuta.platform.web.Ids;

/**
 * A case: people who live together and are helped by one hub, known by a code. Never a name, a birth date or a status
 * (facts, Privacy).
 */
@Entity
public class Household {

    /** No setting: the table and the contract hold it too. */
    public static final int MOST_MEMBERS = 20;

    @Id
    private UUID id;
    /** What it is known by on paper and by telephone; see {@link CaseCode}. */
    private String code;
    /** The hub that serves it. */
    private UUID hubId;
    /** The organisation that sent it; null when a hub or the city itself filed it. */
    private UUID referrerOrganisationId;
    @Enumerated(EnumType.STRING)
    private HouseholdState state;
    private int members;
    private int municipio;
    private UUID neighbourhoodId;
    @Enumerated(EnumType.STRING)
    private DeliveryMode deliveryMode;
    @Enumerated(EnumType.STRING)
    private Frequency frequency;
    /** Who typed it in. */
    private UUID filedBy;
    private Instant filedAt;
    @Version
    private long version;
    /** One row for each band with anybody in it. */
    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "household_band", joinColumns = @JoinColumn(name = "household_id"))
    private Set<BandCount> bands = new HashSet<>();
    /** Items it does not take. */
    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "household_exclusion", joinColumns = @JoinColumn(name = "household_id"))
    @Column(name = "item_id")
    private Set<UUID> exclusions = new HashSet<>();

    /**
     * To be helped from now on.
     *
     * @param code that nobody else's has
     * @param by who typed it in
     */
    static Household filed(NewHousehold asked, CaseCode code, UUID by, Instant now) {
        Household household = new Household();
        household.id = Ids.next();
        household.code = code.toString();
        household.hubId = asked.hubId();
        household.referrerOrganisationId = asked.referrerOrganisationId();
        household.state = HouseholdState.ACTIVE;
        household.municipio = asked.municipio();
        household.neighbourhoodId = asked.neighbourhoodId();
        household.deliveryMode = asked.deliveryMode();
        household.frequency = asked.frequency();
        household.filedBy = by;
        household.filedAt = now;
        household.count(asked.bands());
        household.exclusions.addAll(asked.exclusions());
        return household;
    }

    private void count(Collection<BandCount> counts) {
        bands.clear();
        counts.stream().filter(count -> count.people() > 0).forEach(bands::add);
        members = bands.stream().mapToInt(BandCount::people).sum();
    }

    /** @throws it.milanoaiuta.platform.web.Version.Stale when somebody changed it since that version, its contact included */
    void mustBe(it.milanoaiuta.platform.web.Version seen) {
        seen.mustBe(version);
    }

    /** Members of the band 0–2, for whom there are infant products. */
    public int infants() {
        return bands.stream().filter(count -> count.band() == Band.AGE_0_2).mapToInt(BandCount::people).sum();
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public UUID hubId() {
        return hubId;
    }

    public UUID referrerOrganisationId() {
        return referrerOrganisationId;
    }

    public HouseholdState state() {
        return state;
    }

    public int members() {
        return members;
    }

    public int municipio() {
        return municipio;
    }

    public UUID neighbourhoodId() {
        return neighbourhoodId;
    }

    public DeliveryMode deliveryMode() {
        return deliveryMode;
    }

    public Frequency frequency() {
        return frequency;
    }

    public UUID filedBy() {
        return filedBy;
    }

    public Instant filedAt() {
        return filedAt;
    }

    public long version() {
        return version;
    }

    public Set<BandCount> bands() {
        return bands;
    }

    public Set<UUID> exclusions() {
        return exclusions;
    }
}
