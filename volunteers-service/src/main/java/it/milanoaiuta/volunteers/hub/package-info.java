/**
 * The copy of food-hub's hubs and their managers, as they are heard of. Uses nothing else of this service.
 */
package it.milanoaiuta.volunteers.hub;
