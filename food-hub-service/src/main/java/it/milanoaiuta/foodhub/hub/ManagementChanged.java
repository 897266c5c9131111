package it.milanoaiuta.foodhub.hub;

import java.util.UUID;

/** A person's days as a hub's manager are others, or over. In this process, for what rests on them. */
public record ManagementChanged(UUID hubId, UUID subject) {}
