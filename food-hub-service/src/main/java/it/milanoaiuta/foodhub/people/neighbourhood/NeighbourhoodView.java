package it.milanoaiuta.foodhub.people.neighbourhood;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A neighbourhood of Milan (NIL, nucleo di identità locale).
 *
 * @param name as the city calls it
 * @param municipio the district (Municipio) most of it lies in, 1 to 9; approximate, not good for deciding where an address
 *        lies
 * @param centroid its centre
 */
public record NeighbourhoodView(UUID id, String name, int municipio, Point centroid) {

    /**
     * A point on the map, WGS 84.
     *
     * @param longitude degrees east
     * @param latitude degrees north
     */
    public record Point(BigDecimal longitude, BigDecimal latitude) {}

    static NeighbourhoodView of(Neighbourhood n) {
        return new NeighbourhoodView(n.id(), n.name(), n.municipio(), new Point(n.longitude(), n.latitude()));
    }
}
