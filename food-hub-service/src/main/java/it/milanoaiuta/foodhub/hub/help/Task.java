package it.milanoaiuta.foodhub.hub.help;

/** What a hub asks people to do: a closed list, so that every screen can say it in every language. */
public enum Task {
    SORTING, PACKING, DELIVERY, DRIVING
}
