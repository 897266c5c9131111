package it.milanoaiuta.donations.need;

/** How soon it is needed; lists begin with the most urgent. */
public enum Urgency {
    // In the order of the column urgency_rank
    TODAY, THIS_WEEK, ORDINARY
}
