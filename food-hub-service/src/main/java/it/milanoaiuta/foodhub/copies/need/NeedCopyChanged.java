package it.milanoaiuta.foodhub.copies.need;

/**
 * What a need asks for, whose it is or how far it is, is not what it was. In this process, for what was set aside for it; observed in
 * the transaction that changes it, which holds the need's lock.
 */
public record NeedCopyChanged(Need need) {}
