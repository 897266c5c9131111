/** Goods that go from one hub to another: drafted, dispatched, received as an arrival there. */
@MayUse({"copies", "hub", "stock", "inbound"})
package it.milanoaiuta.foodhub.between;

import it.milanoaiuta.foodhub.MayUse;
