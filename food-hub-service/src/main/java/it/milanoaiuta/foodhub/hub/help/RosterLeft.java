package it.milanoaiuta.foodhub.hub.help;

import java.util.Set;
import java.util.UUID;

/**
 * People whose place on a hub's roster is no more what it was: they left, or the shift was cancelled or moved. In this process,
 * for what rests on the roster.
 */
public record RosterLeft(UUID hubId, Set<UUID> subjects) {}
