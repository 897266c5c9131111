package it.milanoaiuta.foodhub.people.neighbourhood;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import it.milanoaiuta.platform.web.Ids;

/** One of the 88 neighbourhoods of Milan (NIL), reference data of the city. */
@Entity
public class Neighbourhood {

    @Id
    public UUID id;

    /** The city's name of it; unique. */
    public String name;

    /** The Municipio most of it lies in, 1 to 9; approximate, good for a map and a default, never for an address. */
    public int municipio;

    /** Centroid, degrees east (WGS 84). */
    public BigDecimal longitude;

    /** Centroid, degrees north (WGS 84). */
    public BigDecimal latitude;

    /** Of the reference file it is from; 0 for one written before there were editions. */
    public int edition;

    /** The id of the neighbourhood of that name, the same in every city database. */
    public static UUID idOf(String name) {
        return Ids.named("neighbourhood/" + name);
    }
}
