/** Questions to the services, a file for each thing asked for: all at once under one deadline, what is missing named; and what their contracts promise. */
package it.milanoaiuta.gateway.ask;
