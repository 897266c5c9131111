package it.milanoaiuta.volunteers.opportunity;

/** What somebody must be able to do or hold: a closed list. */
public enum Skill {
    DRIVING_LICENCE_B, OWN_VEHICLE, FOOD_HANDLING, FORKLIFT, FIRST_AID, INTERPRETING, TEACHING, COMPUTERS, HEALTH_CARE, LEGAL_ADVICE
}
