package it.milanoaiuta.foodhub.stock;

/** Who paid for a lot, for food-aid reporting (ESF+ Annex III). */
public enum FundingSource {
    SURPLUS, ESF_PLUS, NATIONAL_FUND, PURCHASE, COLLECTION
}
