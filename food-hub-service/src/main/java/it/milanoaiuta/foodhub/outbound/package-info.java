/** What leaves a hub to people. */
@MayUse({"copies", "hub", "people", "stock", "confirming", "inbound"})
package it.milanoaiuta.foodhub.outbound;

import it.milanoaiuta.foodhub.MayUse;
