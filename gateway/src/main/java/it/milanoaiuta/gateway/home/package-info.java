/** What is needed now: people and goods; the first page. */
package it.milanoaiuta.gateway.home;
