package it.milanoaiuta.donations.donation;

/** Where goods come from, as the reports on food aid ask. */
public enum FundingSource {
    SURPLUS, ESF_PLUS, NATIONAL_FUND, PURCHASE, COLLECTION
}
