package it.milanoaiuta.volunteers.signup;

import it.milanoaiuta.platform.web.Refusal;

/** 409: she is signed up for as many shifts ahead as one person may be; leaving one makes room. */
public class TooManySignUps extends Refusal {

    TooManySignUps(int most) {
        super(409, "too-many-sign-ups", most);
    }
}
