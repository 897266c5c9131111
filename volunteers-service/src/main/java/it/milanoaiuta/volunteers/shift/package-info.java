/**
 * When help is wanted, and how many in each role: looking for shifts, and opening one. Uses opportunities, owners and hubs.
 */
package it.milanoaiuta.volunteers.shift;
