/** Shifts of the hubs and who is confirmed on them: who carries goods on a day. */
package it.milanoaiuta.foodhub.copies.roster;
