/** What a hub gives to needs of its own stock: nothing comes by it, but the hub's list of arrivals shows it. */
@MayUse({"copies", "stock", "inbound"})
package it.milanoaiuta.foodhub.gift;

import it.milanoaiuta.foodhub.MayUse;
