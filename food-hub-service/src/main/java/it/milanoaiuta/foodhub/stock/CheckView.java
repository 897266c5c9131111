package it.milanoaiuta.foodhub.stock;

import java.time.Instant;
import java.util.UUID;

/** The recorded check of a lot in a hub; the latest one counts. */
public record CheckView(UUID lotId, UUID hubId, boolean passed, Instant checkedAt) {}
