/**
 * Organisations: registering one, how it is reached, and who sees what of it. Uses its memberships and people.
 */
package it.milanoaiuta.volunteers.organisation;
