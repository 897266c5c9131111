/** Which parts are running. */
package it.milanoaiuta.gateway.status;
