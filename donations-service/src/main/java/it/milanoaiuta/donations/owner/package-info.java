/** Organisations, members, hubs and managers as far as their owners tell of them: who may act for whom is asked here. */
package it.milanoaiuta.donations.owner;
