package it.milanoaiuta.foodhub.stock;

/** Who paid for a lot, for food-aid reporting (ESF+ Annex III). */
public enum FundingSource {
    /** Goods that would have been wasted, given by a company or an organisation. */
    SURPLUS,
    /** The European Social Fund Plus. */
    ESF_PLUS,
    /** The national fund for food aid. */
    NATIONAL_FUND,
    /** Bought. */
    PURCHASE,
    /** Given by people, or collected from them. */
    COLLECTION
}
