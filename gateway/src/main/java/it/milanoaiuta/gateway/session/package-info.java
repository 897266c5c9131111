/** Who is signed in for the pages, and that no other site acts in her name. */
package it.milanoaiuta.gateway.session;
