/** What was promised and handed over, in balances that triggers keep. */
package it.milanoaiuta.donations.figure;
