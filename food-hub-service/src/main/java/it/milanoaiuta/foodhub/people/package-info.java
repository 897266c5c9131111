/** Whom the goods are for, by code alone; how somebody is reached lies in the vault. */
@MayUse({"copies", "hub"})
package it.milanoaiuta.foodhub.people;

import it.milanoaiuta.foodhub.MayUse;
