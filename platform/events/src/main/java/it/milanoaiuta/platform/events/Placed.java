package it.milanoaiuta.platform.events;

/** Where on Kafka the outbox row of this id was written. */
record Placed(long id, int partition, long offset) {}
