package it.milanoaiuta.platform.events.stream;

import java.util.UUID;

/** How far one aggregate of a producer is. */
public record StreamAt(String aggregateType, UUID aggregateId, long lastSeq) {}
