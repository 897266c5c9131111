/**
 * What the city decides about an organisation. Uses organisations and, as nobody decides about her own, memberships.
 */
package it.milanoaiuta.volunteers.verification;
