/**
 * Who comes and who waits: signing up, leaving, undoing, the waiting list, and telling people. Uses shifts and all below them.
 */
package it.milanoaiuta.volunteers.signup;
