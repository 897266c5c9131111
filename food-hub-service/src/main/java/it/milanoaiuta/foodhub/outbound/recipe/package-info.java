/** What goes into a parcel, by version. */
package it.milanoaiuta.foodhub.outbound.recipe;
