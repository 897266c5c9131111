package it.milanoaiuta.donations.need;

import java.time.Instant;

/**
 * That something is still needed; may be left out as a whole.
 *
 * @param byWhen a new time by when, within a year; needed once the old one has passed; null: as before
 */
public record Renewal(Instant byWhen) {}
