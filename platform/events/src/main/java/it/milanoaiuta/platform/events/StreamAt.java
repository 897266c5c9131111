package it.milanoaiuta.platform.events;

import java.util.UUID;

/** How far one aggregate of a producer is. */
record StreamAt(String aggregateType, UUID aggregateId, long lastSeq) {}
