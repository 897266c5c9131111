/** Checking in what arrives at a hub. */
package it.milanoaiuta.gateway.arrival;
