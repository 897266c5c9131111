/** The city's figures of a period, of all services. */
package it.milanoaiuta.gateway.dashboard;
