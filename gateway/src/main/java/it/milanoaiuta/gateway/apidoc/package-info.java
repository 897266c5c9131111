/** The API's document, merged from the services' contracts, and a page to read it on. */
package it.milanoaiuta.gateway.apidoc;
