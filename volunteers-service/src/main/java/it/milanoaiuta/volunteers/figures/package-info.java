/**
 * What volunteers did in a period, read from balances that the database keeps. Uses nothing else of this service.
 */
package it.milanoaiuta.volunteers.figures;
