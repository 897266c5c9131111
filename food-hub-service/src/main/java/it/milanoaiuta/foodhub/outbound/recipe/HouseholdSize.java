package it.milanoaiuta.foodhub.outbound.recipe;

/** How recipes tell households apart (domain, Parcel). */
public enum HouseholdSize {

    ONE, TWO_OR_THREE, OVER_THREE;

    public static HouseholdSize of(int members) {
        return members > 3 ? OVER_THREE : members > 1 ? TWO_OR_THREE : ONE;
    }
}
