/** Needs and their lines: what is asked for, how far it is covered, and how long it stays fresh. */
package it.milanoaiuta.donations.need;
