package it.milanoaiuta.platform.data.vault;

import java.util.UUID;

/**
 * Who reads, and for what.
 *
 * @param reader her sign-in id
 * @param purpose of the service's closed list
 */
public record Reading(UUID reader, Enum<?> purpose) {}
