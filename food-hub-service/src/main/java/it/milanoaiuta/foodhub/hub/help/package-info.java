/** What a hub asks volunteers for, and the people who come. */
package it.milanoaiuta.foodhub.hub.help;
