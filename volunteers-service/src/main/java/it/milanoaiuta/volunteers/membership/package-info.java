/**
 * Who acts for which organisation, and who may say so. Uses people; of an organisation it knows the id, and its row to hold.
 */
package it.milanoaiuta.volunteers.membership;
