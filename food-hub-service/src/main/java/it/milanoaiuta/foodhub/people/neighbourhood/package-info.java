/** The neighbourhoods of the city, in which households live. */
package it.milanoaiuta.foodhub.people.neighbourhood;
