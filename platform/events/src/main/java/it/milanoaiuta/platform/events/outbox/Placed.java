package it.milanoaiuta.platform.events.outbox;

/** Where on Kafka the outbox row of this id was written. */
public record Placed(long id, int partition, long offset) {}
