/**
 * What people confirm with a device, perhaps offline some time ago, and how a manager settles what no longer applied; those who keep
 * confirmations answer for them ({@link it.milanoaiuta.foodhub.confirming.Confirmed}).
 */
@MayUse({"hub", "stock"})
package it.milanoaiuta.foodhub.confirming;

import it.milanoaiuta.foodhub.MayUse;
