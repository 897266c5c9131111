package it.milanoaiuta.donations.need;

import java.util.UUID;

/**
 * Inside this service, in the transaction of the change: a need was closed, cancelled or fulfilled while donations may be on their way to
 * it. Its lines are locked.
 */
public record NeedEnded(UUID needId) {}
