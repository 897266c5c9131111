package it.milanoaiuta.gateway.ask;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** One page of a service's collection. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Batch<T>(List<T> items, String next) {

    /** Elements that a service gives at once. */
    public static final int MOST = 100;

    public static <T> Batch<T> empty() {
        return new Batch<>(List.of(), null);
    }
}
