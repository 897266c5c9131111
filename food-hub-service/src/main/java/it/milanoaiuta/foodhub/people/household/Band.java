package it.milanoaiuta.foodhub.people.household;

/**
 * The age bands members are counted in: the fewest from which every band of European food-aid reporting derives and by which
 * infant products can be decided. No birth date is ever known.
 */
public enum Band {
    AGE_0_2, AGE_3_15, AGE_16_17, AGE_18_29, AGE_30_64, AGE_65_PLUS
}
