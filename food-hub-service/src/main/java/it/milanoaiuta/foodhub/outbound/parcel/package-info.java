/** Parcels, packed by a recipe for households. */
package it.milanoaiuta.foodhub.outbound.parcel;
