package it.milanoaiuta.platform.events.stream;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A page of a producer's streams, sorted by type and id.
 *
 * @param asOf the producer's database clock when the page was read
 * @param items a page that is not full is the last
 */
public record Streams(Instant asOf, List<StreamAt> items) {

    public static final int PAGE = 1000;

    @JsonIgnore
    public boolean isLast() {
        return items.size() < PAGE;
    }
}
