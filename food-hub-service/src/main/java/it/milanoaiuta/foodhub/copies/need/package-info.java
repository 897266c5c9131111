/** Needs and how much they ask of each item; who has set goods aside for one hears that it changed. */
package it.milanoaiuta.foodhub.copies.need;
