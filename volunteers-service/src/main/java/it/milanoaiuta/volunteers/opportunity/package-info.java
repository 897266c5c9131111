/**
 * What help is wanted, where and of whom. Uses owners and hubs.
 */
package it.milanoaiuta.volunteers.opportunity;
