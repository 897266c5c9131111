package it.milanoaiuta.donations.need;

/** How soon it is needed; lists begin with the most urgent. The order is that of the column urgency_rank. */
public enum Urgency {
    TODAY, THIS_WEEK, ORDINARY
}
