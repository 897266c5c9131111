package it.milanoaiuta.gateway.ask;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Where something is.
 *
 * @param name what people call it
 * @param address street and number
 * @param municipio the number of the city's district (Municipio), 1 to 9
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Place(String name, String address, Integer municipio) {}
