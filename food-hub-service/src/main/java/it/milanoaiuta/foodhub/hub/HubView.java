package it.milanoaiuta.foodhub.hub;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import it.milanoaiuta.foodhub.copies.item.StorageClass;

/**
 * A hub as everybody may see it.
 *
 * @param code stable, for programs
 * @param name as people call it
 * @param kind what it is for
 * @param state where it is in its life
 * @param address street and number; of a demo hub a street alone
 * @param municipio the number of the city's district (Municipio), 1 to 9
 * @param point centre of its neighbourhood: where it lies on a map of the city, not its door
 * @param opening hours of a week, in order; a day may have several, or none
 * @param capacityKg kilograms that fit, by storage class; a class that is not named cannot be kept
 * @param operatingOrganisationId the organisation that runs it; null where not known
 * @param demo true: not a place that exists
 * @param intakePaused it takes no new donations for now
 */
public record HubView(UUID id, String code, String name, HubKind kind, Hub.State state, String address, int municipio,
        Point point, List<Hub.Opening> opening, Map<StorageClass, BigDecimal> capacityKg, UUID operatingOrganisationId,
        boolean demo, boolean intakePaused) {

    /**
     * A point on the map, WGS 84.
     *
     * @param longitude degrees east
     * @param latitude degrees north
     */
    public record Point(BigDecimal longitude, BigDecimal latitude) {}

    static HubView of(Hub hub) {
        return new HubView(hub.id(), hub.code(), hub.name(), hub.kind(), hub.state(), hub.address(), hub.municipio(),
                new Point(hub.longitude(), hub.latitude()),
                hub.opening().stream().sorted(Comparator.comparing(Hub.Opening::weekday).thenComparing(Hub.Opening::opens))
                        .toList(),
                Map.copyOf(hub.capacityKg()), hub.operatingOrganisationId(), hub.isDemo(), hub.isIntakePaused());
    }
}
