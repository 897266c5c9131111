package it.milanoaiuta.gateway.shift;

import java.util.List;

import it.milanoaiuta.gateway.ask.Place;
import it.milanoaiuta.gateway.ask.Shifts;
import it.milanoaiuta.gateway.ask.SignUps;

/**
 * A shift, where it is and what the asker has to do with it.
 *
 * @param place null when the hub it is at cannot be asked
 * @param mine null without a live sign-up
 * @param near what else she has, too soon before or after it; or null
 * @param others where there is room on that day for the same task, before she joins a waiting list
 */
record ShownShift(Shifts.Shift shift, Place place, SignUps.MySignUp mine, Near near, List<Shifts.Shift> others) {

    /** Another shift of hers. @param place null when the hub it is at cannot be asked */
    record Near(SignUps.MySignUp signUp, Place place) {}
}
