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

/**
 * A case: people who live together and are helped by one hub, known by a code. Never a name, a birth date or a status
 * (facts, Privacy).
 */
@Entity
public class Household {

    public static final int MOST_MEMBERS = 20;

    @Id
    public UUID id;
    /** What it is known by on paper and by telephone; see {@link CaseCode}. */
    public String code;
    /** The hub that serves it. */
    public UUID hubId;
    /** The organisation that sent it; null when a hub or the city itself filed it. */
    public UUID referrerOrganisationId;
    @Enumerated(EnumType.STRING)
    public HouseholdState state;
    public int members;
    public int municipio;
    public UUID neighbourhoodId;
    @Enumerated(EnumType.STRING)
    public DeliveryMode deliveryMode;
    @Enumerated(EnumType.STRING)
    public Frequency frequency;
    /** Who typed it in. */
    public UUID filedBy;
    public Instant filedAt;
    @Version
    public long version;
    /** One row for each band with anybody in it. */
    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "household_band", joinColumns = @JoinColumn(name = "household_id"))
    public Set<BandCount> bands = new HashSet<>();
    /** Items it does not take. */
    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "household_exclusion", joinColumns = @JoinColumn(name = "household_id"))
    @Column(name = "item_id")
    public Set<UUID> exclusions = new HashSet<>();

    void count(Collection<BandCount> counts) {
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
}
