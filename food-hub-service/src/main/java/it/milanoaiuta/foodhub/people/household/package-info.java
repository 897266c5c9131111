/** Households: their code, their counts, what they do not take, and how they are reached. */
package it.milanoaiuta.foodhub.people.household;
