/** What is confirmed of an arrival: lots and movements are made of it, and taken back. */
package it.milanoaiuta.foodhub.inbound.receipt;
