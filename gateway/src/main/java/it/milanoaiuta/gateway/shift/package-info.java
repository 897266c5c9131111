/** A shift, signing up for it, and one's own shifts. */
package it.milanoaiuta.gateway.shift;
