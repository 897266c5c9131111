/** A manager's hubs and their days. */
package it.milanoaiuta.gateway.hub;
