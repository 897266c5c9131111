/**
 * Who was there, from and until when. Uses sign-ups and all below them.
 */
package it.milanoaiuta.volunteers.attendance;
