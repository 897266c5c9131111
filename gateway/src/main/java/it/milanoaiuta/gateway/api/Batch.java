package it.milanoaiuta.gateway.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** One page of a service's collection. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Batch<T>(List<T> items, String next) {

    public static <T> Batch<T> empty() {
        return new Batch<>(List.of(), null);
    }
}
