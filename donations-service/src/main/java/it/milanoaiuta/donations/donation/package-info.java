/** What people promise to needs or as general stock, and what becomes of it as goods are received and handed over. */
package it.milanoaiuta.donations.donation;
