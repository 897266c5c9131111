package it.milanoaiuta.volunteers.hub;

import java.util.UUID;

/**
 * A hub was heard of, with where it is: whoever keeps what lies at the hub puts it there, in the same transaction.
 *
 * @param municipio 1 to 9
 */
public record HubLocated(UUID hubId, int municipio) {}
