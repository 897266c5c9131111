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
    private UUID id;

    /** The city's name of it; unique. */
    private String name;

    /** The Municipio most of it lies in, 1 to 9; approximate, good for a map and a default, never for an address. */
    private int municipio;

    /** Centroid, degrees east (WGS 84). */
    private BigDecimal longitude;

    /** Centroid, degrees north (WGS 84). */
    private BigDecimal latitude;

    /** Of the reference file it is from; 0 for one written before there were editions. */
    private int edition;

    /** As the reference file of that edition has it. */
    static Neighbourhood described(String name, int municipio, BigDecimal longitude, BigDecimal latitude, int edition) {
        Neighbourhood neighbourhood = new Neighbourhood();
        neighbourhood.id = idOf(name);
        neighbourhood.name = name;
        neighbourhood.municipio = municipio;
        neighbourhood.longitude = longitude;
        neighbourhood.latitude = latitude;
        neighbourhood.edition = edition;
        return neighbourhood;
    }

    /** The id of the neighbourhood of that name, the same in every city database. */
    public static UUID idOf(String name) {
        return Ids.named("neighbourhood/" + name);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
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

    public int edition() {
        return edition;
    }
}
