/** What the other services own and this one works with, copied by their events: it knows nothing of hubs. */
@MayUse({})
package it.milanoaiuta.foodhub.copies;

import it.milanoaiuta.foodhub.MayUse;
