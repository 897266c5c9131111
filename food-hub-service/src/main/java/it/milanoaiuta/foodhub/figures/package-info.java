/** What was taken in and handed over, kept by triggers in the transaction of what they count. */
@MayUse("people")
package it.milanoaiuta.foodhub.figures;

import it.milanoaiuta.foodhub.MayUse;
