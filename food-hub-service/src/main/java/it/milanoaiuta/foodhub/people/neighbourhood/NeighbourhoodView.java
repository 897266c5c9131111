package it.milanoaiuta.foodhub.people.neighbourhood;

import java.math.BigDecimal;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A neighbourhood (NIL) of Milan")
public record NeighbourhoodView(UUID id, String name,
        @Schema(description = "Municipio most of it lies in, 1 to 9; approximate, not good for deciding where an address lies") int municipio,
        @Schema(description = "Centroid, WGS 84") Point centroid) {

    public record Point(BigDecimal longitude, BigDecimal latitude) {}

    static NeighbourhoodView of(Neighbourhood n) {
        return new NeighbourhoodView(n.id(), n.name(), n.municipio(), new Point(n.longitude(), n.latitude()));
    }
}
