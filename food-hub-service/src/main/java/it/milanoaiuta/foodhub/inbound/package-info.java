/** What comes to a hub, as its managers see and announce it. */
@MayUse({"copies", "hub", "stock", "confirming"})
package it.milanoaiuta.foodhub.inbound;

import it.milanoaiuta.foodhub.MayUse;
