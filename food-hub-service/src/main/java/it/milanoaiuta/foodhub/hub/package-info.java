/** Hubs, who manages them and whether they take goods in: every other sub-context asks here who may act for a hub. */
@MayUse("copies")
package it.milanoaiuta.foodhub.hub;

import it.milanoaiuta.foodhub.MayUse;
