/** What every request goes through: who is let in under which limits, and the way on to the service that owns an address. */
package it.milanoaiuta.gateway.proxy;
