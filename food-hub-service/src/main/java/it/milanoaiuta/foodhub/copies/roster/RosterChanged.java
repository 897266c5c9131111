package it.milanoaiuta.foodhub.copies.roster;

import java.util.Set;
import java.util.UUID;

/**
 * A shift of a hub, or who is confirmed on it, is not what it was. In this process, for what rests on the roster; observed in the
 * transaction that changes it.
 *
 * @param helpRequestId the request for help it was made for; null for none
 * @param left people whose place is no more what it was: they left, or the shift was cancelled or moved
 */
public record RosterChanged(UUID hubId, UUID helpRequestId, Set<UUID> left) {}
