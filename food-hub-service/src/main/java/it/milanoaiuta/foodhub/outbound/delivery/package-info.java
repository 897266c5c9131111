/** Goods on their way to a household or for a need, and what became of them. */
package it.milanoaiuta.foodhub.outbound.delivery;
