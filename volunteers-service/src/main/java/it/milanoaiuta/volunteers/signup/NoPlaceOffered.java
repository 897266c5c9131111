package it.milanoaiuta.volunteers.signup;

import it.milanoaiuta.defaults.Refusal;

/** 409: nobody asked her, her time to answer is over, or somebody was faster. */
public class NoPlaceOffered extends Refusal {

    NoPlaceOffered() {
        super(409, "no-place-offered");
    }
}
