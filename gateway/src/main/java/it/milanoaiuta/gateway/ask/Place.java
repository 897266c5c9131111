package it.milanoaiuta.gateway.ask;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** @param municipio 1 to 9 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Place(String name, String address, Integer municipio) {}
