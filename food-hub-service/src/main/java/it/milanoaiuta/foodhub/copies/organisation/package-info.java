/** Organisations, whether they are verified, and who belongs to them. */
package it.milanoaiuta.foodhub.copies.organisation;
