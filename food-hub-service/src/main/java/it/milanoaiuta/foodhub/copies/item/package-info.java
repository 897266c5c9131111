/** Items of the catalogue: their unit, how they are kept, what a piece weighs. */
package it.milanoaiuta.foodhub.copies.item;
