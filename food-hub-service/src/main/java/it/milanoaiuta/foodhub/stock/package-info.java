/** Lots and where they lie: the ledger, what is set aside, the rule of dates, quarantine and how cold goods must be. */
@MayUse({"copies", "hub"})
package it.milanoaiuta.foodhub.stock;

import it.milanoaiuta.foodhub.MayUse;
