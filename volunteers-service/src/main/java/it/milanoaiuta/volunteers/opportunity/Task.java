package it.milanoaiuta.volunteers.opportunity;

/** What the help is: a closed list that every screen shows in the reader's language. */
public enum Task {
    SORTING, PACKING, DELIVERY, DRIVING, DISTRIBUTION, RECEPTION, PHONE_LINE, COMPANY, TEACHING, INTERPRETING, STREET_UNIT, SANITATION
}
