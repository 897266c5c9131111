/**
 * Who is known: an opaque id and her sign-in. Uses nothing else of this service.
 */
package it.milanoaiuta.volunteers.person;
