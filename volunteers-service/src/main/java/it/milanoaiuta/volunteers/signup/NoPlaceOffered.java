package it.milanoaiuta.volunteers.signup;

import it.milanoaiuta.platform.web.Refusal;

/** 409: nobody asked her yet, or somebody was faster; she keeps her place on the waiting list. */
public class NoPlaceOffered extends Refusal {

    NoPlaceOffered() {
        super(409, "no-place-offered");
    }
}
