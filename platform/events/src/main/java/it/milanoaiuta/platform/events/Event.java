package it.milanoaiuta.platform.events;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened to an aggregate of this service, as it is told to the others: a record in the past tense,
 * annotated with {@link Published}. Its JSON is the payload: opaque ids and closed-list codes only, never free text, never
 * personal data (domain, Events).
 */
public interface Event {

    /** The aggregate it happened to: key of the Kafka record and of the gap-free sequence. */
    @JsonIgnore
    UUID aggregateId();
}
