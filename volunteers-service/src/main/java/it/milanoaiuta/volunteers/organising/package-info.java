/**
 * What is decided about a shift with its people: changing, handing over, cancelling, freezing, and the hubs' requests for help. Uses sign-ups and all below them.
 */
package it.milanoaiuta.volunteers.organising;
