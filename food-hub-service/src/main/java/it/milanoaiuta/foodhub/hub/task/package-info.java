/** What a hub's managers have to look into. */
package it.milanoaiuta.foodhub.hub.task;
