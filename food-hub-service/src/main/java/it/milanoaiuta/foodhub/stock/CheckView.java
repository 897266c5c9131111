package it.milanoaiuta.foodhub.stock;

import java.time.Instant;
import java.util.UUID;

/**
 * The recorded check of a lot in a hub; the latest one counts.
 *
 * @param lotId the lot
 * @param passed whether packaging, look and smell were all good
 * @param checkedAt when
 */
public record CheckView(UUID lotId, UUID hubId, boolean passed, Instant checkedAt) {}
