/** What may be asked for and given: items, their units and exact conversions, kept as the file in the jar says. */
package it.milanoaiuta.donations.catalogue;
