package it.milanoaiuta.volunteers.opportunity;

/**
 * What the help is: a closed list that every screen shows in the reader's language. DELIVERY brings goods to households,
 * DISTRIBUTION hands them out at a place, COMPANY is keeping somebody company, SANITATION is cleaning.
 */
public enum Task {
    SORTING, PACKING, DELIVERY, DRIVING, DISTRIBUTION, RECEPTION, PHONE_LINE, COMPANY, TEACHING, INTERPRETING, STREET_UNIT, SANITATION
}
