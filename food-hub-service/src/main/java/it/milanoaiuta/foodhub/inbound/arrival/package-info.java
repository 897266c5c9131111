/** Goods that are expected, and what is accounted for of them. */
package it.milanoaiuta.foodhub.inbound.arrival;
